import type { Claim } from '../pages/content/claims.ts';
import type { Finding } from '../pages/content/findings.ts';
import type { Source } from '../pages/content/sources.ts';
import { figuresIn, figuresOf } from './figures.ts';

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
  return [
    ...Object.entries(register.claims).flatMap(([key, claim]) =>
      [...dates(claim, today), ...confirmation(claim, register), ...figures(claim, register)].map(
        (failure) => ({ key, ...failure }),
      ),
    ),
    ...unused(register),
  ];
}

type Found = Omit<ClaimFailure, 'key'>;

function dates({ checkedOn, expiresOn }: Claim, today: string): Found[] {
  return [
    ...when(expiresOn <= today, 'expired claim', `expired on ${expiresOn}`),
    ...when(expiresOn > aYearAfter(checkedOn), 'lasts over 12 months', `${checkedOn} to ${expiresOn}`),
    ...when(checkedOn > today, 'checked in the future', checkedOn),
  ];
}

function confirmation({ sources, findings = [], toConfirm }: Claim, register: Register): Found[] {
  const open = [
    ...sources.filter((key) => register.sources[key]?.toConfirm),
    ...findings.filter((key) => register.findings[key]?.toConfirm),
  ];
  return when(!toConfirm && open.length > 0, 'not marked as to confirm', `rests on ${open.join(', ')}`);
}

function figures(claim: Claim, register: Register): Found[] {
  const cited = claim.sources.map((key) => register.sources[key]);
  const found = (claim.findings ?? []).map((key) => register.findings[key]);
  const known = figuresOf([cited, found]);
  const strange = figuresIn([claim.text, ...(claim.items ?? [])].join('\n')).filter(
    ({ value }) => !known.has(value),
  );
  const foreign = found.filter((finding) => finding && !claim.sources.includes(finding.source));
  return [
    ...strange.map(({ words }) => ({ rule: 'figure that no cited finding or source has', words })),
    ...foreign.map((finding) => ({
      rule: 'finding of a source that is not cited',
      words: finding?.source ?? '',
    })),
  ];
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
