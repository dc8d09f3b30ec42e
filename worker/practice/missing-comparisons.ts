import type { SourceKey } from '../../pages/content/sources.ts';
import type { Database } from '../database/client.ts';
import { sourceChecks } from '../database/tables.ts';

/** Sources without which the site does not open: of what to do in an emergency, and of advice. */
const required: readonly SourceKey[] = ['nhsBackPain', 'niceNg59', 'nhsAcupuncture'];

/** Those of them with which nobody has compared the pages. */
export async function missingComparisons(database: Database, _now: Date): Promise<SourceKey[]> {
  const rows = await database.selectDistinct({ source: sourceChecks.source }).from(sourceChecks);
  return required.filter((source) => !rows.some((row) => row.source === source));
}
