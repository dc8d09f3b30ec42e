import type { FactField } from '../../../pages/content/fact-forms/fact-form.ts';
import { readings } from './readings.ts';

/** Who is called Qi says nothing of energy with that. */
const names = /^(?:qi|chi|yin)$/i;

/** Why the guard does not let a text stand on the pages, however it is spelt; undefined when it does. */
export async function guardMistake(
  text: string,
  as: FactField['guarded'] = 'text',
): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  for (const reading of readings(text)) {
    const found = checkText(reading, { place: 'practice' }).find(
      ({ words }) => as !== 'name' || !names.test(words),
    );
    if (found) return `“${found.words}” cannot stand there. ${found.why} ${found.instead}`;
  }
  return undefined;
}
