import type { Form } from '../../pages/form.ts';
import type { Practice } from '../../pages/practice.ts';
import type { Keys } from '../sealing/secret-keys.ts';
import { readShown, type Shown, shownNow, shownToken } from './wordings.tsx';

const changed =
  'The words that you agree to have changed. Please read them, and tick the box again if you agree';

/**
 * Holds a posted form against the words it was shown with. A tick for words that we did not show counts for nothing;
 * for words that have changed since it counts, because its sender has read those.
 */
export async function readAgreed(
  keys: Keys,
  form: Form,
  token: string,
): Promise<{ form: Form; shown: Shown | undefined }> {
  const shown = await readShown(keys, token);
  const { consent } = form.values;
  if (consent === '' || consent === shown?.consentVersion) return { form, shown };
  const errors = { ...form.errors, consent: changed };
  return { form: { ...form, errors, values: { ...form.values, consent: '' } }, shown };
}

/** The form with the words of now. */
export async function withWords(
  keys: Keys,
  practice: Practice,
  form: Form,
  campaign = form.attribution.c,
): Promise<Form> {
  return { ...form, shown: await shownToken(keys, await shownNow(practice, campaign)) };
}
