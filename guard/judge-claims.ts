import type { Claim } from '../pages/content/claims.ts';
import { type Finding, isSurer, leastCertain } from '../pages/content/findings.ts';
import type { Source } from '../pages/content/sources.ts';
import { figuresIn, figuresOf } from './figures.ts';
import { sentencesOf } from './sentences.ts';
import { sounding } from './sureness.ts';

/** The register as the page holds it, or a part of it under test. */
export interface Register {
  claims: Readonly<Record<string, Claim>>;
  sources: Readonly<Record<string, Source>>;
  findings: Readonly<Record<string, Finding>>;
}

/** What is wrong, and the words or keys that are. */
type Wrong = [rule: string, words: string | undefined][];

/** Everything wrong with the register on a day, given as 2026-11-23. `key` is the claim's, or the source's. */
export function checkClaims(
  register: Register,
  today: string,
): { key: string; rule: string; words: string }[] {
  const ofClaims = Object.entries(register.claims).map(([key, claim]): [string, Wrong] => [
    key,
    [...terms(claim, today), ...sureness(claim, register), ...citations(claim, register)],
  ]);
  return [...ofClaims, ...unused(register)].flatMap(([key, wrong]) =>
    wrong.flatMap(([rule, words]) => (words ? [{ key, rule, words }] : [])),
  );
}

function terms({ checkedOn, expiresOn, advertising, ...claim }: Claim, today: string): Wrong {
  const text = textsOf(claim).join(' ');
  const isBelief = /\b(?:theory|idea|belief|thought to)\b/iu.test(text);
  return [
    ['expired claim', expiresOn <= today ? `expired on ${expiresOn}` : undefined],
    ['lasts over 12 months', expiresOn > aYearAfter(checkedOn) ? `${checkedOn} to ${expiresOn}` : undefined],
    ['checked in the future', checkedOn > today ? checkedOn : undefined],
    ['no "short-term" in it', advertising === 'allowed' && !/short[ -]term/iu.test(text) ? text : undefined],
    ['a belief told as a fact', advertising === 'belief' && !isBelief ? text : undefined],
  ];
}

function sureness(claim: Claim, register: Register): Wrong {
  // What nobody rated is never surer than "low", whoever says it.
  const certainty = leastCertain(findingsOf(claim, register)) ?? 'low';
  return (
    textsOf(claim)
      .flatMap(sentencesOf)
      // Without a finding a claim may still say how pain goes by itself.
      .filter((sentence) => claim.findings || /acupunct|needl/iu.test(sentence))
      .map((sentence) => ({ sentence, sounds: sounding(sentence) }))
      .filter(({ sounds }) => sounds === 'certain' || (sounds && isSurer(sounds, certainty)))
      .map(({ sentence, sounds }) => [
        'surer than its finding',
        `sounds ${sounds}, rests on ${certainty}: ${sentence}`,
      ])
  );
}

function citations(claim: Claim, register: Register): Wrong {
  const held = findingsOf(claim, register);
  const restsOn = [...held.map(({ source }) => source), claim.reading].filter((key) => key !== undefined);
  const cited = claim.sources.map((key) => register.sources[key]);
  const known = figuresOf([cited, held]);
  return [
    ...restsOn
      .filter((key) => key !== 'ours' && !claim.sources.includes(key))
      .map((key): Wrong[number] => ['finding or reading of a source that is not cited', key]),
    ...figuresIn(textsOf(claim).join('\n'))
      .filter(({ value }) => !known.has(value))
      .map(({ words }): Wrong[number] => ['figure that no cited finding or source has', words]),
  ];
}

function unused({ claims, sources }: Register): [string, Wrong][] {
  const used = new Set<string>(Object.values(claims).flatMap((claim) => claim.sources));
  return Object.keys(sources)
    .filter((key) => !used.has(key))
    .map((key) => [key, [['source that no claim uses', key]]]);
}

function findingsOf({ findings = [] }: { findings?: readonly string[] }, register: Register): Finding[] {
  return findings.flatMap((key) => register.findings[key] ?? []);
}

function textsOf({ text, items = [] }: Pick<Claim, 'text' | 'items'>): string[] {
  return [text, ...items];
}

/** 29 February becomes 1 March, as the law counts a year. */
function aYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
