import type { Violation } from '../../../guard/rule.ts';
import type { FactField } from '../../../pages/content/fact-forms/fact-form.ts';
import { readings } from './readings.ts';

type Guarded = NonNullable<FactField['guarded']>;

/** Who is called Qi says nothing of energy with that. */
const names = /^(?:qi|chi|yin)$/i;
const ailment = /\b(?:pains?|aches?|aching|sciatica|migraines?|headaches?|suffering)\b/i;

/** Why the guard does not let a text stand on the pages, however it is spelt; undefined when it does. */
export async function guardMistake(text: string, as: Guarded = 'text'): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  for (const reading of readings(text)) {
    const found = checkText(reading, { place: 'practice' }).find((one) => !isName(one, reading, as));
    if (found) return words(found, as);
  }
  return undefined;
}

/** Whether what was found is only what a person, a house, a street or a company is called. */
function isName({ words }: Violation, reading: string, as: Guarded): boolean {
  if (as === 'name') return names.test(words);
  if (as !== 'place') return false;
  // "Healing House" promises nothing, and "Cures Pain House" does.
  const isOneWord = names.test(words) || /^(?:\p{L}+|pain[ -]?relief)$/iu.test(words);
  return isOneWord && !/pain(?:less|free)/i.test(words) && !ailment.test(reading.replace(words, ''));
}

function words({ words, why, rule }: Violation, as: Guarded): string {
  if (as === 'practice')
    return `The advertising rules do not allow “${words}” in the name of a practice, because the name is an advert too. Leave it out, or let visitors read your own name here`;
  // What the guard says of an illness is meant for whoever changes the pages.
  const reason = rule.includes('condition') ? '' : ` ${why}`;
  return `The advertising rules do not allow “${words}” on this page.${reason} Leave it out`;
}
