import type { SourceKey } from '../../pages/content/sources.ts';
import { sources } from '../../pages/content/sources.ts';
import { fingerprintOf, type Statement, statementsOf } from '../../pages/content/statements.ts';
import { londonDay } from '../../pages/london-time.ts';
import type { Comparisons } from '../../pages/practice.ts';
import type { Database } from '../database/client.ts';
import { sourceChecks } from '../database/tables.ts';

const day = 86_400_000;
/** A comparison holds for a year; its practitioner is reminded a month before. */
export const holdsFor = 365 * day;
export const remindedBefore = 30 * day;

export type NamedStatement = Statement & { fingerprint: string };
export type SourceCheck = typeof sourceChecks.$inferSelect;

/** SQL: everything that a person has held against its source. */
export function checksQuery(database: Database) {
  return database.select().from(sourceChecks);
}

const named = new Map<SourceKey, readonly NamedStatement[]>();

/** What is said on the authority of a source, with names; worked out once an isolate, when somebody asks. */
export async function namedStatements(source: SourceKey): Promise<readonly NamedStatement[]> {
  const found = named.get(source);
  if (found) return found;
  const all = await Promise.all(
    statementsOf(source).map(async (statement) => ({
      ...statement,
      fingerprint: await fingerprintOf(statement),
    })),
  );
  named.set(source, all);
  return all;
}

/** What was found about each statement of a source, if anything. Checks of words that have changed are not among it. */
export async function checkedStatements(source: SourceKey, checks: readonly SourceCheck[]) {
  const byFingerprint = new Map(
    checks.filter((check) => check.source === source).map((check) => [check.fingerprint, check]),
  );
  return (await namedStatements(source)).map((statement) => ({
    ...statement,
    check: byFingerprint.get(statement.fingerprint),
  }));
}

export function holds(check: SourceCheck | undefined, now: Date): check is SourceCheck {
  return check?.answer === 'says so' && now.getTime() - check.at.getTime() < holdsFor;
}

/** What visitors read about who compared what: only of a source with which everything that cites it was compared. */
export async function comparisonsOf(checks: readonly SourceCheck[], now = new Date()): Promise<Comparisons> {
  const comparisons: Comparisons = {};
  for (const source of new Set(checks.map((check) => check.source))) {
    // A newer version may know a source no more.
    if (!Object.hasOwn(sources, source)) continue;
    const held = (await checkedStatements(source, checks)).map(({ check }) => check);
    if (!held.every((check) => holds(check, now))) continue;
    const names = [...new Set(held.map((check) => check?.name ?? ''))];
    const times = held.map((check) => check?.at.getTime() ?? 0);
    comparisons[source] = {
      by: new Intl.ListFormat('en-GB').format(names),
      from: londonDay(new Date(Math.min(...times))),
      to: londonDay(new Date(Math.max(...times))),
    };
  }
  return comparisons;
}
