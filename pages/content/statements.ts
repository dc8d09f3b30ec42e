import { inOrderOfUse, landingClaims } from './citations.ts';
import { type Claim, type ClaimKey, claims } from './claims.ts';
import { findings, type Source, type SourceKey, sources } from './sources.ts';
import { capitalised, figuresWords, numbersWords } from './statement-words.ts';
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

function ofSource(source: SourceKey): Statement[] {
  const { authors, title, journal, year, url, ...told }: Source = sources[source];
  const { studied, funding, advice, where, figures } = told;
  const lines = [
    figures && capitalised(figuresWords(figures)),
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

/** Names the words, the numbers and the citation: other ones have another name. 32 hexadecimal digits. */
export async function fingerprintOf({ source, kind, words }: Statement): Promise<string> {
  const { url, year }: Source = sources[source];
  const text = JSON.stringify([kind, words, source, url, year ?? '']);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
