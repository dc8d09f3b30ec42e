import { and, eq, isNull } from 'drizzle-orm';
import { copiesMail } from '../../pages/content/mails.ts';
import { copyName, fileName } from '../../pages/desk/deletions/copies.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { recallTodos } from '../database/tables.ts';
import { copyTodos, isDue } from '../enquiries/copy-todos.ts';
import { recallOldBackups } from '../enquiries/recall.ts';
import { deskLink, mailPractitioner } from './mail.ts';

/** Tells the practitioner once of each copy that has to be seen to: of all that came up since the last run in one mail. */
export async function mailAboutCopies(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  await recallOldBackups(database, now);
  if (!isMailSetUp(env)) return;
  // Claimed first, so that two runs at once do not mail twice.
  const claimed = await database
    .update(recallTodos)
    .set({ mailedAt: now })
    .where(and(isDue(now), isNull(recallTodos.mailedAt)))
    .returning({ id: recallTodos.id });
  if (claimed.length === 0) return;
  try {
    const mine = new Set(claimed.map(({ id }) => id));
    const todos = (await copyTodos(database, now)).filter(({ id }) => mine.has(id));
    const names = todos.map((todo) => [copyName(todo), fileName(todo)].filter(Boolean).join(': '));
    await mailPractitioner(env, copiesMail(names, deskLink(env, paths.deletions)));
  } catch (error) {
    await database.update(recallTodos).set({ mailedAt: null }).where(eq(recallTodos.mailedAt, now)).run();
    throw error;
  }
}
