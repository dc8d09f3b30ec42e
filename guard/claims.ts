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

export interface ClaimFailure {
  /** The key of the claim, or of the source. */
  key: string;
  rule: string;
  words: string;
}

/** Everything wrong with the register on a day, given as 2026-11-23. */
export function checkClaims(register: Register, today: string): ClaimFailure[] {
  const ofClaims = Object.entries(register.claims).flatMap(([key, claim]) => {
    const held = findingsOf(claim, register);
    return [
      ...dates(claim, today),
      ...confirmation(claim, held, register),
      ...sureness(claim, held),
      ...advertising(claim),
      ...citations(claim, held),
      ...figures(claim, held, register),
    ].map((failure) => ({ key, ...failure }));
  });
  return [...ofClaims, ...unused(register)];
}

type Found = Omit<ClaimFailure, 'key'>;
type Held = readonly [key: string, finding: Finding][];

function findingsOf({ findings = [] }: { findings?: readonly string[] }, register: Register): Held {
  return findings.flatMap((key) => {
    const finding = register.findings[key];
    return finding ? [[key, finding] as const] : [];
  });
}

function dates({ checkedOn, expiresOn }: Claim, today: string): Found[] {
  return [
    ...when(expiresOn <= today, 'expired claim', `expired on ${expiresOn}`),
    ...when(expiresOn > aYearAfter(checkedOn), 'lasts over 12 months', `${checkedOn} to ${expiresOn}`),
    ...when(checkedOn > today, 'checked in the future', checkedOn),
  ];
}

function confirmation({ sources, toConfirm }: Claim, held: Held, register: Register): Found[] {
  const open = [
    ...sources.filter((key) => register.sources[key]?.toConfirm),
    ...held.filter(([, finding]) => finding.toConfirm).map(([key]) => key),
  ];
  return when(!toConfirm && open.length > 0, 'not marked as to confirm', `rests on ${open.join(', ')}`);
}

function sureness(claim: Claim, held: Held): Found[] {
  // What nobody rated is never surer than "low", whoever says it.
  const certainty = leastCertain(held.map(([, finding]) => finding)) ?? 'low';
  return (
    textsOf(claim)
      .flatMap(sentencesOf)
      // Without a finding a claim may still say how pain goes by itself.
      .filter((sentence) => claim.findings || /acupunct|needl/iu.test(sentence))
      .flatMap((sentence) => {
        const sounds = sounding(sentence);
        const tooSure = sounds === 'certain' || (sounds !== undefined && isSurer(sounds, certainty));
        return when(
          tooSure,
          'surer than its finding',
          `sounds ${sounds}, rests on ${certainty}: ${sentence}`,
        );
      })
  );
}

function advertising(claim: Claim): Found[] {
  const text = textsOf(claim).join(' ');
  const isBelief = /\b(?:theory|idea|belief|thought to)\b/iu.test(text);
  return [
    ...when(claim.advertising === 'allowed' && !/short[ -]term/iu.test(text), 'no "short-term" in it', text),
    ...when(claim.advertising === 'belief' && !isBelief, 'a belief told as a fact', text),
  ];
}

function citations({ sources, reading }: Claim, held: Held): Found[] {
  const rule = 'finding or reading of a source that is not cited';
  const restsOn = [
    ...held.map(([, { source }]) => source),
    ...(reading && reading !== 'ours' ? [reading] : []),
  ];
  return restsOn.filter((source) => !sources.includes(source)).map((words) => ({ rule, words }));
}

function figures(claim: Claim, held: Held, register: Register): Found[] {
  const cited = claim.sources.map((key) => register.sources[key]);
  const known = figuresOf([cited, held]);
  return figuresIn(textsOf(claim).join('\n'))
    .filter(({ value }) => !known.has(value))
    .map(({ words }) => ({ rule: 'figure that no cited finding or source has', words }));
}

function textsOf({ text, items = [] }: Claim): string[] {
  return [text, ...items];
}

function unused({ claims, sources }: Register): ClaimFailure[] {
  const used = new Set<string>(Object.values(claims).flatMap((claim) => claim.sources));
  return Object.keys(sources)
    .filter((key) => !used.has(key))
    .map((key) => ({ key, rule: 'source that no claim uses', words: key }));
}

function when(wrong: boolean, rule: string, words: string): Found[] {
  return wrong ? [{ rule, words }] : [];
}

/** 29 February becomes 1 March, as the law counts a year. */
function aYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
