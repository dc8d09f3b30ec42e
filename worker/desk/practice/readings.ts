import { foldLetters } from '../../../pages/fold-letters.ts';
import { withoutLookAlikes } from '../../../pages/look-alikes.ts';

/** A text as it is typed, and as people read it: in Latin letters, with run-together words apart, with spelt-out words whole. */
export function readings(text: string): ReadonlySet<string> {
  const latin = withoutLookAlikes(foldLetters(text));
  const apart = wordsApart(latin);
  return new Set([text, latin, apart, withoutGaps(apart)]);
}

/** "Cures-back.PAINNow2" as "Cures back PAIN Now 2". */
function wordsApart(text: string): string {
  return text
    .replace(/[-.·•_/\\|+*~@]+/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');
}

/** "C U R E S pain" as "CURES pain". */
function withoutGaps(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}(?: +\p{L}(?!\p{L}))+/gu, (letters) => letters.replaceAll(' ', ''));
}
