import type { Comparisons } from '../practice.ts';
import { type Block, claimsIn } from './blocks.ts';
import { type ClaimKey, claims } from './claims.ts';
import { evidence } from './evidence.ts';
import { faqs } from './faqs.ts';
import { help } from './help.ts';
import { sections } from './sections.ts';
import type { SourceKey } from './sources.ts';

/** The sources of some claims in the order of their first use: a source's number is its place, counted from 1. */
export function inOrderOfUse(used: readonly ClaimKey[]): SourceKey[] {
  return [...new Set(used.flatMap((key): readonly SourceKey[] => claims[key].sources))];
}

/** Every claim of the landing page, in the order it is read. */
export const landingClaims: readonly ClaimKey[] = [
  'balance',
  'whoItIsAbout',
  ...help.map(({ claim }) => claim),
  ...evidence.flatMap(({ found, sure, limit }) => claimsIn([...found, ...sure, limit])),
  ...claimsIn(sections.flatMap(({ blocks }): readonly Block[] => blocks)),
  ...claimsIn(faqs.map(({ answer }) => answer)),
  'regulation',
];

/** The day since which everything that a page cites has been compared with its source; undefined while anything has not. */
export function lastReviewed(cited: readonly SourceKey[], comparisons: Comparisons): string | undefined {
  const days = cited.map((key) => comparisons[key]?.from);
  return days.includes(undefined) ? undefined : days.sort()[0];
}
