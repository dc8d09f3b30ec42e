import type { Uncompared } from '../../launch/opening-points.ts';
import { openingClaims, sourcesByImportance } from '../../pages/content/statements.ts';
import type { SourceState } from '../../pages/desk/evidence/evidence-list-page.tsx';
import type { Database } from '../database/client.ts';
import { checkedStatements, checksQuery, holds, holdsFor, remindedBefore } from './comparisons.ts';

/** How every source stands, the most important first. */
export async function sourceStates(database: Database, now: Date): Promise<SourceState[]> {
  const checks = await checksQuery(database);
  return Promise.all(
    sourcesByImportance().map(async (source) => {
      const current = await checkedStatements(source, checks);
      const all = current.map(({ check }) => check);
      const former = checks.filter((check) => check.source === source && !all.includes(check));
      const isDue = ({ at }: { at: Date }) => now.getTime() - at.getTime() > holdsFor - remindedBefore;
      return {
        source,
        statements: all.length,
        compared: all.filter((check) => holds(check, now)).length,
        notSo: all.filter((check) => check?.answer === 'does not say so').length,
        unopened: all.filter((check) => check?.answer === 'could not open').length,
        changed: former.length > 0 && all.includes(undefined),
        dueAgain: all.filter((check) => check?.answer === 'says so' && isDue(check)).length,
      };
    }),
  );
}

/** Sources of red flags and of advice that still have to be compared before a site may open. */
export async function missingComparisons(database: Database, now: Date): Promise<Uncompared[]> {
  const checks = await checksQuery(database);
  const needed: readonly string[] = openingClaims;
  const missing = await Promise.all(
    sourcesByImportance().map(async (source) => {
      const held = await checkedStatements(source, checks);
      const left = held.filter(
        ({ claim, check }) => claim && needed.includes(claim) && !holds(check, now),
      ).length;
      return left > 0 ? [{ source, left }] : [];
    }),
  );
  return missing.flat();
}
