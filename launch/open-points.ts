import type { Unstable_Config } from 'wrangler';
import type { bankHolidayTable } from '../pages/content/bank-holidays.ts';
import type { Claim } from '../pages/content/claims.ts';
import { configPoints } from './config-points.ts';
import type { OpenPoint } from './open-point.ts';
import { registerPoints } from './register-points.ts';

export interface LaunchFacts {
  claims: Readonly<Record<string, Claim>>;
  config: Pick<Unstable_Config, 'vars' | 'd1_databases' | 'secrets'>;
  holidays: typeof bankHolidayTable;
  /** Names of the secrets that Cloudflare holds; undefined when nobody has asked it. */
  secrets: ReadonlySet<string> | undefined;
  /** Whether somebody gave the last six characters of the newest key back; undefined when nobody was asked. */
  keyKept: boolean | undefined;
  /** As 2026-11-23. */
  today: string;
}

/** What is still open, in groups with a heading each; an empty group is settled. */
export function openPoints(facts: LaunchFacts): ReadonlyMap<string, readonly OpenPoint[]> {
  return new Map([
    ...registerPoints(facts),
    ...configPoints(facts),
    ['The key', keyPoints(facts.keyKept)],
    ['Bank holidays', holidayPoints(facts)],
  ]);
}

function keyPoints(kept: boolean | undefined): OpenPoint[] {
  const where = 'npm run launch-check -- --key-ends ……';
  if (kept) return [];
  return [
    kept === undefined
      ? { words: 'Give back the last six characters of the sealing key, from your password manager', where }
      : {
          words: 'That is not how the sealing key ends: is it really in your password manager?',
          where,
          losesEnquiries: true,
        },
  ];
}

function holidayPoints({ holidays: { toConfirm, until }, today }: LaunchFacts): OpenPoint[] {
  const where = 'pages/content/bank-holidays.ts';
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return [
    ...(toConfirm
      ? [{ words: 'Compare the table with https://www.gov.uk/bank-holidays', where, later: true as const }]
      : []),
    ...(until < nextYear ? [{ words: `The table ends on ${until}`, where, later: true as const }] : []),
  ];
}
