const words = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const spelledOut = new Map([
  ...words.map((word, index) => [word, index + 2] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ['a hundred', 100] as const,
  ['a thousand', 1000] as const,
  // A share in words is the per cent that it means.
  ['half', 50] as const,
  ['a third', 33] as const,
  ['two thirds', 67] as const,
  ['a quarter', 25] as const,
  ['three quarters', 75] as const,
]);
const numberWord = `(?:${[...words, ...tens, 'a hundred', 'a thousand'].join('|')})`;
// "one" and "two" are mostly no figures ("no one", "two kinds"): a word counts where it counts something.
const counted =
  '(?:randomised |older |more )?(?:trials|studies|reviews|people|adults|patients|practices|sessions|days|weeks|months|years|hours|points|times|treatments|per cent)';
// Not the 59 of "NG59" nor the 36 of "SF-36", which are names.
const digits = /(?<![\p{L}\d.,]|\p{L}-)\d[\d,]*(?:\.\d+)?/gu;
const inWords = new RegExp(
  [
    String.raw`\b(?:two thirds|three quarters|half|a third|a quarter)\b(?! (?:party|of all))`,
    String.raw`\b${numberWord}(?=[\s-]+${counted})`,
    String.raw`(?<=\b(?:one|two|three|four|five) (?:in|out of) )${numberWord}\b`,
    String.raw`\b(?:two|three|four|five)(?= (?:in|out of) ${numberWord}\b)`,
  ].join('|'),
  'giu',
);

/**
 * The figures of a text: numbers in digits; number words before something counted ("seven trials") or as "one in ten";
 * "half", "a third" and the like as per cent. `words` is how each is written. Signs are left out: "9 points less" is a difference of -9.
 */
export function figuresIn(text: string): { words: string; value: number }[] {
  const inDigits = [...text.matchAll(digits)].map(([found]) => {
    const written = found.replace(/,$/u, '');
    return { words: written, value: Number(written.replaceAll(',', '')) };
  });
  const spelled = [...text.matchAll(inWords)].map(([found]) => ({
    words: found,
    value: spelledOut.get(found.toLowerCase()) ?? Number.NaN,
  }));
  return [...inDigits, ...spelled];
}

/** Every figure in some records, however deep, without its sign. */
export function figuresOf(record: unknown): Set<number> {
  return new Set(valuesIn(record).map(Math.abs));
}

// Names and addresses are full of digits that measure nothing.
const noFigures = new Set(['url', 'authors', 'funding', 'source', 'kind', 'journal']);

function valuesIn(record: unknown): number[] {
  if (typeof record === 'number') return [record];
  if (typeof record === 'string') return figuresIn(record).map(({ value }) => value);
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([key, value]) => (noFigures.has(key) ? [] : valuesIn(value)));
}
