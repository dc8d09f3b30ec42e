import { inOrderOfUse, landingClaims } from './citations.ts';
import { type Claim, type ClaimKey, claims } from './claims.ts';
import type { Finding } from './findings.ts';
import { findings, type Source, type SourceKey, sources } from './sources.ts';

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

/** Without these compared with their sources a site does not open: what to do in an emergency, and advice. */
export const openingClaims = [
  'emergency',
  'urgent',
  'seeGp',
  'niceAdvice',
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

/** "pain, against pretend needling: -9.22 (-13.82 to -4.61). 7 trials, 1,403 people. Low certainty." */
function numbersWords(finding: Finding): string {
  const { outcome, comparison, figures = {}, certainty, ourReading } = finding;
  const about = comparison ? `${outcome}, against ${comparison}` : outcome;
  const difference =
    finding.estimate === undefined
      ? finding.favours && `It favours ${finding.favours}`
      : `${finding.scale.words}: ${finding.estimate} (${finding.low} to ${finding.high})`;
  const size = finding.estimate !== undefined && finding.trials && `${finding.trials} trials`;
  const people =
    finding.estimate !== undefined && finding.people && `${finding.people.toLocaleString('en-GB')} people`;
  const others = Object.entries(figures).map(([name, number]) => `${inWords(name)} ${number}`);
  const sure = ourReading ? `${certainty} certainty is our own reading` : `${certainty} certainty`;
  return [about, difference, size, people, ...others, sure].filter(Boolean).join('. ');
}

function ofSource(source: SourceKey): Statement[] {
  const {
    authors,
    title,
    journal,
    year,
    studied,
    funding,
    advice,
    where,
    figures = {},
  }: Source = sources[source];
  const lines = [
    [authors, title, journal, year].filter(Boolean).join('. '),
    studied,
    funding && `Paid for by: ${funding}`,
    advice && `Acupuncture for long-lasting back pain, in ${where}: ${advice}`,
    Object.entries(figures)
      .map(([name, number]) => `${inWords(name)} ${number}`)
      .join(', '),
  ];
  return lines
    .filter((words) => words !== undefined && words !== '')
    .map((words) => ({ source, kind: 'the source itself', words: String(words) }));
}

/** "monthsInPainAtLeast" as people say it. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Names the words, the numbers and the citation: other ones have another name. 32 hexadecimal digits. */
export async function fingerprintOf({ source, kind, words }: Statement): Promise<string> {
  const text = JSON.stringify([kind, words, source, sources[source].url]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
