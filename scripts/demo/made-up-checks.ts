import { sourcesByImportance } from '../../pages/content/statements.ts';
import type { sourceChecks } from '../../worker/database/tables.ts';
import { namedStatements } from '../../worker/practice/comparisons.ts';
import { madeUpPractice } from '../made-up-practice.ts';
import { practitioner } from './made-up-people.ts';

const day = 86_400_000;

/** As if the practitioner had compared two sources with the pages, and begun with a third. */
export async function madeUpChecks(now: Date): Promise<(typeof sourceChecks.$inferInsert)[]> {
  const [first = [], second = [], third = []] = await Promise.all(
    sourcesByImportance().slice(0, 3).map(namedStatements),
  );
  const some = [...first, ...second, ...third.slice(0, Math.ceil(third.length / 2))];
  const doubted = some.at(-1);
  return some.map((statement) => ({
    source: statement.source,
    fingerprint: statement.fingerprint,
    ...(statement === doubted
      ? { answer: 'does not say so', note: 'I cannot find this sentence on their page.' }
      : { answer: 'says so', note: '' }),
    name: madeUpPractice.practitioner ?? '',
    by: practitioner,
    at: new Date(now.getTime() - 3 * day),
  }));
}
