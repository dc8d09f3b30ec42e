/** Why the guard does not let a text stand on the pages; undefined when it does. */
export async function guardMistake(text: string): Promise<string | undefined> {
  // Hundreds of regular expressions, which hardly any request needs: they are made at the first use.
  const { checkText } = await import('../../../guard/check-text.ts');
  const [found] = checkText(text, { place: 'practice' });
  return found && `“${found.words}” cannot stand there. ${found.why} ${found.instead}`;
}
