const titles = listed('mr mrs ms miss mx dr prof professor rev revd sir dame lord lady');
const endings = listed('jr sr phd md obe mbe cbe esq');
/** What a family name of several words begins with. */
const particles = listed(
  'van von der den ter ten de del della di da dos das do du la le al el bin binti ibn abu st o',
);

/**
 * First and last name, as a best guess. Titles go; one word is a first name, and after a title a last one; otherwise the
 * last name is the last word, or begins at "van", "de", "O’" and the like. "Smith, Ann" is turned round. Whether somebody
 * writes the family name first nobody can know.
 */
export function guessNames(name: string): { first: string; last: string } {
  const written = name.replaceAll(',', ', ').split(/\s+/).filter(Boolean);
  const end = written.findLastIndex((word) => !endings.has(plain(word)));
  const words = untitled(written.slice(0, end + 1));
  if (words.length === 0) return { first: name, last: '' };
  const comma = words.findIndex((word) => word.endsWith(','));
  if (comma >= 0 && comma < words.length - 1)
    return { first: joined(untitled(words.slice(comma + 1))), last: joined(words.slice(0, comma + 1)) };
  const isTitled = words[0] !== written[0];
  if (words.length === 1 && !isTitled) return { first: joined(words), last: '' };
  const particle = words.findIndex((word, place) => (place > 0 || isTitled) && particles.has(plain(word)));
  const start = particle < 0 ? words.length - 1 : particle;
  return { first: joined(words.slice(0, start)), last: joined(words.slice(start)) };
}

function untitled(words: readonly string[]): string[] {
  const start = words.findIndex((word) => !titles.has(plain(word)));
  return start < 0 ? [] : words.slice(start);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[.,'’]/g, '');
}

function joined(words: readonly string[]): string {
  return words.join(' ').replace(/,$/, '');
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
