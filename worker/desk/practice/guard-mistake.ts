import type { Violation } from '../../../guard/rule.ts';
import type { Guarded } from '../../../pages/content/fact-forms/fact-form.ts';
import { readings } from './readings.ts';

/** Who is called Qi says nothing of energy with that. */
const names = /^(?:qi|chi|yin)$/i;
const ailment = /\b(?:pains?|aches?|aching|sciatica|migraines?|headaches?|suffering)\b/i;

/** Why the guard does not let a text stand on the pages, however it is spelt; undefined when it does. */
export async function guardMistake(text: string, kind: Guarded = 'text'): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  const { borrowedName } = await import('../../../guard/borrowed-names.ts');
  for (const reading of readings(text)) {
    const borrowed = kind !== 'legal name' && borrowedName(reading, kind);
    if (borrowed)
      return `“${borrowed}” cannot stand there. It would look as if they stood behind your practice. Leave the name out`;
    const found = checkText(reading, { place: 'practice' }).find((one) => !isName(one, reading, kind));
    if (found) return words(found, kind);
  }
  return undefined;
}

/** Whether what was found is only what a person, a house, a street or a company is called. */
function isName({ words }: Violation, reading: string, kind: Guarded): boolean {
  if (kind === 'own name') return names.test(words);
  if (kind !== 'place' && kind !== 'legal name') return false;
  // "Healing House" promises nothing, and "Cures Pain House" does.
  const isOneWord = names.test(words) || /^(?:\p{L}+|pain[ -]?relief)$/iu.test(words);
  return isOneWord && !/pain(?:less|free)/i.test(words) && !ailment.test(reading.replace(words, ''));
}

function words({ words, why, rule }: Violation, kind: Guarded): string {
  if (kind === 'practice name')
    return `The advertising rules do not allow “${words}” in the name of a practice, because the name is an advert too. Leave it out, or let visitors read your own name here`;
  // What the guard says of an illness is meant for whoever changes the pages.
  const reason = rule.includes('condition') ? '' : ` ${why}`;
  return `The advertising rules do not allow “${words}” on this page.${reason} Leave it out`;
}
