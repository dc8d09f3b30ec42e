import { longDate } from '../london-time.ts';
import { type Block, claimsIn } from './blocks.ts';
import { type Claim, type ClaimKey, claims } from './claims.ts';
import { evidence } from './evidence.ts';
import { faqs } from './faqs.ts';
import { help } from './help.ts';
import { sections } from './sections.ts';
import type { IsoDate, SourceKey } from './sources.ts';

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

/** The day on which the least recently checked of some claims was checked; undefined while any is still to be confirmed. */
export function lastReviewed(used: readonly ClaimKey[]): IsoDate | undefined {
  return stillOpen(used) ? undefined : oldestCheck(used);
}

/** The same, as the page says it. What is still open is for the launch check to say, not for visitors. */
export function checkedNote(used: readonly ClaimKey[]): string | undefined {
  const day = lastReviewed(used);
  return day && `I last checked these on ${longDate(day)}.`;
}

function oldestCheck(used: readonly ClaimKey[]): IsoDate {
  return used
    .map((key): Claim => claims[key])
    .map(({ checkedOn }) => checkedOn)
    .reduce((oldest, day) => (day < oldest ? day : oldest));
}

function stillOpen(used: readonly ClaimKey[]): boolean {
  return used.some((key) => 'toConfirm' in claims[key]);
}
