import { databaseOf } from '../database/client.ts';
import { type Published, refreshPublished } from '../practice/published.ts';
import { saveWordings } from './wordings.tsx';

/** What was just saved is seen at once, and its words are stored: the next enquiry may be from somebody who was shown them. */
export async function seePublished(env: Env, now = new Date()): Promise<Published> {
  const published = await refreshPublished(env);
  await saveWordings(databaseOf(env.DB), published.practice, now);
  return published;
}
