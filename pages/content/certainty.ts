import { type Claim, type ClaimKey, claims } from './claims.ts';
import { type Certainty, type Finding, leastCertain } from './findings.ts';
import { findings, type Source, type SourceKey, sources } from './sources.ts';

/** What GRADE's words mean to somebody who has never met them. */
export const plainWords = {
  high: 'very sure',
  moderate: 'fairly sure',
  low: 'not sure',
  'very low': 'not at all sure',
} satisfies Record<Certainty, string>;

/** How sure a claim is: what was measured against what, the reviewers' word for it, and that it is our reading where it is. */
export function howSure(key: ClaimKey): string {
  const held = findingsOf(key);
  const certainty = leastCertain(held);
  if (!certainty) return unrated(claims[key]);
  const outcomes = listed(held.map(({ outcome }) => outcome));
  const comparisons = listed(held.map(({ comparison }) => comparison));
  const what = comparisons ? `${outcomes}, against ${comparisons}` : outcomes;
  const sentence = `${capitalised(what)}: ${rated(certainty)}.`;
  if (!held.some(isOurs)) return sentence;
  return `${sentence} That is my own reading${isOneTrial(held) ? ' of one trial' : ''}.`;
}

/** The same of everything that one study found; what nobody rated is said once. */
export function howSureOfAll(keys: readonly ClaimKey[]): string {
  const isOwn = (key: ClaimKey) => findingsOf(key).some(isOurs);
  const own = keys.filter(isOwn).flatMap(findingsOf);
  return [...keys.filter((key) => !isOwn(key)).map(howSure), ...ownReading(own)].join(' ');
}

/** One finding's rating, in the words of the prose beside it. */
export function ratingOf({ certainty, ourReading }: Finding): string {
  return ourReading ? `${rated(certainty)}, my own reading` : rated(certainty);
}

function rated(certainty: Certainty): string {
  return `${plainWords[certainty]} (${certainty} certainty)`;
}

function ownReading(held: readonly Finding[]): string[] {
  const certainty = leastCertain(held);
  if (!certainty) return [];
  const what = held.some(({ comparison }) => comparison) ? '' : ' of the exact numbers';
  const why = isOneTrial(held) ? ': it is one trial' : '';
  return [
    `${capitalised(plainWords[certainty])}${what}. That is my own reading${why}.`,
    ...(held.every((finding) => kindOf(finding.source) === 'individual patient data meta-analysis')
      ? ['Having each patient’s own data is a strength.']
      : []),
  ];
}

function unrated({ reading }: Claim): string {
  if (!reading || reading === 'ours') return 'Nobody has rated it. That is my own reading.';
  const advice: readonly Source['kind'][] = ['guideline', 'patient page', 'advertising advice', 'law'];
  return advice.includes(kindOf(reading))
    ? 'It is advice, not a study, so it has no rating.'
    : 'Nobody has rated it.';
}

function findingsOf(key: ClaimKey): Finding[] {
  const claim: Claim = claims[key];
  return (claim.findings ?? []).map((finding) => findings[finding]);
}

function isOurs({ ourReading }: Finding): boolean {
  return ourReading === true;
}

function isOneTrial(held: readonly Finding[]): boolean {
  return held.every(({ source }) => kindOf(source) === 'randomised trial');
}

function kindOf(source: SourceKey): Source['kind'] {
  return sources[source].kind;
}

function listed(words: readonly (string | undefined)[]): string {
  return [...new Set(words)].filter((word) => word !== undefined).join(' and ');
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
