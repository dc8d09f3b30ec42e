import { inOrderOfUse, landingClaims } from './citations.ts';
import { type Claim, type ClaimKey, claims } from './claims.ts';
import { type Finding, favouredBy } from './findings.ts';
import { findings, type Source, type SourceKey, sources } from './sources.ts';
import { studies } from './studies.ts';

/** One thing that the pages say on the authority of a source, as a person holds it against that source. */
export interface Statement {
  source: SourceKey;
  kind: 'sentence' | 'list item' | 'numbers' | 'the source itself';
  words: string;
  /** The claim that says it. */
  claim?: ClaimKey;
}

// Object.keys of objects whose keys are the names.
const claimKeys = Object.keys(claims) as ClaimKey[];
const sourceKeys = Object.keys(sources) as SourceKey[];

/** Without these compared with their sources a site does not open: what to do in an emergency, and advice, that on medicines too. */
export const openingClaims = [
  'emergency',
  'urgent',
  'seeGp',
  'selfCare',
  'niceAdvice',
  'niceInstead',
  'tellMeFirst',
] as const satisfies readonly ClaimKey[];

/** Every source: red flags first, then advice, then those of the balance line, then in the order the landing page uses them. */
export function sourcesByImportance(): SourceKey[] {
  return [...new Set([...inOrderOfUse([...openingClaims, 'balance', ...landingClaims]), ...sourceKeys])];
}

/** Everything that cites a source, in the order of the register. */
export function statementsOf(source: SourceKey): Statement[] {
  return [
    ...claimKeys.filter((key) => citesSource(key, source)).flatMap((key) => ofClaim(source, key)),
    ...Object.values(findings)
      .filter((finding) => finding.source === source)
      .map((finding): Statement => ({ source, kind: 'numbers', words: numbersWords(finding) })),
    ...ofSource(source),
  ];
}

function citesSource(key: ClaimKey, source: SourceKey): boolean {
  const { sources: cited }: Claim = claims[key];
  return cited.includes(source);
}

function ofClaim(source: SourceKey, claim: ClaimKey): Statement[] {
  const { text, items = [] }: Claim = claims[claim];
  return [
    { source, kind: 'sentence', words: text, claim },
    ...items.map((item): Statement => ({ source, kind: 'list item', words: `${text} … ${item}`, claim })),
  ];
}

/** "Pain, against pretend needling: −9.22 (−13.82 to −4.61). 7 trials. 1,403 people. …" */
function numbersWords(finding: Finding): string {
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

function ofSource(source: SourceKey): Statement[] {
  const { authors, title, journal, year, url, ...told }: Source = sources[source];
  const { studied, funding, advice, where, figures } = told;
  const lines = [
    figures && `${capitalised(figuresWords(figures))}`,
    studied,
    ...studies.filter((study) => study.source === source).map(({ against }) => `Compared with: ${against}`),
    advice && `Acupuncture for long-lasting back pain, in ${where}: ${advice}`,
    funding && `Paid for by: ${funding}`,
    [authors, title, journal, year, url].filter(Boolean).join('. '),
  ];
  return lines
    .filter((words) => words !== undefined)
    .map((words) => ({ source, kind: 'the source itself', words }));
}

/** "Studies 33, people 8,270": the names as the register has them. */
function figuresWords(figures: Readonly<Record<string, number>>): string {
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

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names the words, the numbers and the citation: other ones have another name. 32 hexadecimal digits. */
export async function fingerprintOf({ source, kind, words }: Statement): Promise<string> {
  const { url, year }: Source = sources[source];
  const text = JSON.stringify([kind, words, source, url, year ?? '']);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
