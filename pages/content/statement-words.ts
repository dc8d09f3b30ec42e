import { type Finding, favouredBy } from './findings.ts';

/** "Pain, against pretend needling: −9.22 (−13.82 to −4.61). 7 trials. 1,403 people. …" */
export function numbersWords(finding: Finding): string {
  const { outcome, comparison, figures, certainty, ourReading } = finding;
  return [
    capitalised(comparison ? `${outcome}, against ${comparison}` : outcome) + resultWords(finding),
    ...(finding.estimate === undefined ? [] : sizeWords(finding)),
    figures && capitalised(figuresWords(figures)),
    ourReading
      ? `The source does not rate it: “${certainty} certainty” is our own reading`
      : `${capitalised(certainty)} certainty`,
  ]
    .filter(Boolean)
    .join('. ');
}

function resultWords(finding: Finding): string {
  const favoured = favouredBy(finding);
  if (finding.estimate !== undefined)
    return `: ${signed(finding.estimate)} (${signed(finding.low)} to ${signed(finding.high)})`;
  return favoured ? `: ${favouredWords[favoured]}` : '';
}

const favouredWords = {
  acupuncture: 'those who had acupuncture did better',
  neither: 'neither group was shown to do better',
  comparator: 'those who had acupuncture did worse',
} satisfies Record<NonNullable<ReturnType<typeof favouredBy>>, string>;

function sizeWords({ scale, trials, people }: Extract<Finding, { estimate: number }>): string[] {
  const { words, better, threshold } = scale;
  return [
    `${words}: ${better} is better`,
    threshold && `A gap of ${threshold} counted as worthwhile`,
    trials && `${trials} trials`,
    people && `${people.toLocaleString('en-GB')} people`,
  ].filter((part) => typeof part === 'string');
}

/** "Studies 33, people 8,270": the names as the register has them. */
export function figuresWords(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, number]) => `${inWords(name)} ${isYear(number) ? number : number.toLocaleString('en-GB')}`)
    .join(', ');
}

/** "monthsInPainAtLeast" as people say it. */
function inWords(name: string): string {
  return name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\bvs\b/, 'against')
    .replace(/\bpercent\b/, 'per cent');
}

function isYear(number: number): boolean {
  return /^(?:19|20)\d\d$/.test(String(number));
}

function signed(number: number): string {
  return String(number).replace('-', '−');
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
