interface Group {
  digits: string;
  start: number;
  end: number;
}

/** Groups of digits with nothing but spaces, brackets, dots, dashes and slashes between them: a number, or several. */
type Run = readonly Group[];

// Times and short numbers within words belong to the words: "6pm", "9.30 to 11am", "18:00", "24/7", "B12".
const inWords =
  /(?<!\d)(?:(?:\d{1,2}(?:[:.]\d\d)? ?(?:\p{Pd}|to|and|or|&) ?)?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|hrs?|o.?clock)(?!\p{L})|\d{1,2}:\d\d|24 ?\/ ?7(?!\d)|\d{1,2}(?=\p{L}))|(?<=\p{L})[1-9]\d?(?!\d)/giu;

/** The runs of digits in a text, with what belongs to words left out. */
export function runsIn(text: string): Run[] {
  const words = text.replace(inWords, (time) => 'x'.repeat(time.length));
  const runs: Group[][] = [];
  let end = 0;
  for (const { 0: digits, index } of words.matchAll(/\d+/g)) {
    const between = words.slice(end, index);
    const [plus] = /\+[ ([]{0,2}$/.exec(between) ?? [];
    const group = { digits, start: index - (plus?.length ?? 0), end: index + digits.length };
    end = group.end;
    const run = runs.at(-1);
    if (run && /^[\s.()[\]/·•\p{Pd}\u2212]*$/u.test(between)) run.push(group);
    else runs.push([group]);
  }
  return runs;
}

/** Where in a run one number may be: from the first that could start there on, the longest first. */
export function spansOf(text: string, run: Run): { start: number; end: number }[] {
  return run.flatMap(({ start, digits }, first) => {
    if (first > 0 && !digits.startsWith('0')) return [];
    return run
      .slice(first)
      .filter(({ end }, more) => {
        const length = digitsIn(run.slice(first, first + more + 1)).length;
        return length >= 7 && length <= 18 && mayEnd(text, end, run.slice(first + more + 1));
      })
      .map(({ end }) => ({ start, end }))
      .reverse();
  });
}

// Digits that follow are another number, a second line ("960001/2"), a time or a day; else they are one digit too many.
function mayEnd(text: string, end: number, rest: Run): boolean {
  const [next] = rest;
  const last = rest.at(-1);
  if (!next || !last) return true;
  const more = text.slice(end, last.end);
  if (text.slice(end, next.start).includes('/')) return true;
  if (next.digits.startsWith('0') && digitsIn(rest).length >= 7) return true;
  return /^ \(?\d{1,2} ?[./&\p{Pd}] ?\d{1,2}(?!\d)/u.test(more);
}

export function digitsIn(run: Run): string {
  return run.map(({ digits }) => digits).join('');
}
