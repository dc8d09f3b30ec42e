import type { Practice } from '../../pages/practice.ts';
import { shownNow, shownToken } from '../../worker/enquiries/wordings.tsx';
import { keysOf } from '../../worker/sealing/secret-keys.ts';

/** What a form sends along about the words that it shows, of a practice whose site has these secrets. */
export async function wordsShown(secrets: Pick<Env, 'SEAL_KEYS' | 'ROOT_KEY'>, practice: Practice) {
  const shown = await shownNow(practice, undefined);
  return { shown: await shownToken(await keysOf(secrets), shown), consent: shown.consentVersion };
}
