/** The names in what `wrangler secret list` prints; undefined if the text is not that. */
export function secretNamesIn(text: string): ReadonlySet<string> | undefined {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return undefined;
    return new Set(list.flatMap(({ name }: { name?: unknown }) => (typeof name === 'string' ? [name] : [])));
  } catch {
    return undefined;
  }
}
