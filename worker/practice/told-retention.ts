import { sql } from 'drizzle-orm';
import type { Told } from '../../pages/content/retention.ts';
import { settingsSchema } from '../../pages/content/settings.ts';
import type { Database } from '../database/client.ts';
import { practiceVersions } from '../database/tables.ts';

/** What visitors were told, since when, about how long their enquiry is stored: one entry for each change. */
export async function readTold(database: Database): Promise<Told[]> {
  const { version, kind, content, at } = practiceVersions;
  const retention = sql`json_extract(${content}, '$.retention')`;
  const rows = await database.all<{ at: number; retention: string | null }>(sql`
    select at, retention from (
      select ${version} as version, ${at} as at, ${retention} as retention,
        lag(${retention}) over (order by ${version}) as before
      from ${practiceVersions} where ${kind} = 'settings')
    where retention is not before
    order by version`);
  return rows.map(({ at, retention }) => ({
    since: new Date(at),
    // One that names none was made of what an earlier release had.
    retention: settingsSchema.shape.retention.parse(retention === null ? undefined : JSON.parse(retention)),
  }));
}
