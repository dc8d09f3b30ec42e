import type { Guarded } from '../../../pages/content/fact-forms/fact-form.ts';

/** Why the guard does not let a text stand on the pages; undefined when it does. */
export async function guardMistake(text: string, kind: Guarded): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  const { borrowedName } = await import('../../../guard/borrowed-names.ts');
  const borrowed = borrowedName(text, kind);
  if (borrowed)
    return `“${borrowed}” cannot stand there. It would look as if they stood behind your practice. Leave the name out`;
  const [found] = checkText(text, { place: 'practice' });
  return found && `“${found.words}” cannot stand there. ${found.why} ${found.instead}`;
}
