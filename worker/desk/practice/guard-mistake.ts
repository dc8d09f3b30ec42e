import type { Guarded } from '../../../pages/content/fact-forms/fact-form.ts';
import { readings } from './readings.ts';

/** Who is called Qi says nothing of energy with that. */
const names = /^(?:qi|chi|yin)$/i;

function isName(kind: Guarded): boolean {
  return kind === 'own name' || kind === 'legal name';
}

/** Why the guard does not let a text stand on the pages, however it is spelt; undefined when it does. */
export async function guardMistake(text: string, kind: Guarded = 'text'): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  const { borrowedName } = await import('../../../guard/borrowed-names.ts');
  for (const reading of readings(text)) {
    const borrowed = kind !== 'legal name' && borrowedName(reading, kind);
    if (borrowed)
      return `“${borrowed}” cannot stand there. It would look as if they stood behind your practice. Leave the name out`;
    const found = checkText(reading, { place: 'practice' }).find(
      ({ words }) => !isName(kind) || !names.test(words),
    );
    if (found) return `“${found.words}” cannot stand there. ${found.why} ${found.instead}`;
  }
  return undefined;
}
