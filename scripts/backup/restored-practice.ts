import { londonTime } from '../../pages/london-time.ts';
import { practiceName } from '../../pages/practice.ts';
import type { Latest } from '../../worker/practice/versions.ts';
import { type Asking, insert, literal, type Row } from '../d1.ts';

// What a database has of the practice: what was published, what is being worked on, and what was checked.

/** The note of when it was last carried over into a database that was not in use yet. */
const carriedAt = "'practice_carried_at'";

/**
 * SQL that makes what the second database has of the practice as it is in the first. One that the site uses already was
 * worked with since: there the newest counts. Done twice it changes nothing more.
 */
export function carryPractice(from: Asking, to: Asking, isInUse: boolean): string[] {
  if (from("select name from sqlite_master where name = 'practice_versions'").length === 0) return [];
  const [lasts = [], hashes = [], [before] = []] = to.each<Record<string, string | number>>([
    'select kind, max(version) as version, max(at) as at from practice_versions group by kind',
    'select hash from portraits',
    `select value from settings where name = ${carriedAt}`,
  ]);
  const last = Math.max(0, ...lasts.map(({ version }) => Number(version)));
  const newest = new Map(lasts.map(({ kind, at }) => [kind, Number(at)]));
  const known = hashes.map(({ hash }) => literal(String(hash)));
  const [versions = [], pictures = [], checks = [], acts = [], drafts = [], [clock] = []] = from.each<Row>([
    `select * from practice_versions where version > ${last} order by version`,
    `select *, hex(bytes) as bytes from portraits where hash not in (${known})`,
    'select * from source_checks',
    'select * from opening_acts',
    'select * from practice_drafts',
    "select cast(unixepoch('subsec') * 1000 as integer) as now",
  ]);
  const since = versions.filter(({ kind, at }) => !isInUse || Number(at) > (newest.get(String(kind)) ?? 0));
  // What was carried over or came with the backup, and is no longer in the first, was given up or taken back there.
  const former = isInUse ? `at <= ${Number(before?.value ?? 0)}` : 'true';
  const gone = (table: string, key: string, rows: Row[]) =>
    `delete from ${table} where ${former} and ${key} not in (${rows.map((row) => literal(row[key] ?? null))})`;
  return [
    ...since.map((row) => `${insert('practice_versions', row)} on conflict do nothing`),
    ...pictures.map((row) => {
      const bytes = Buffer.from(String(row.bytes), 'hex');
      return `${insert('portraits', { ...row, bytes })} on conflict do nothing`;
    }),
    ...checks.map((row) => newestWins('source_checks', ['source', 'fingerprint'], row)),
    gone('opening_acts', 'name', acts),
    ...acts.map((row) => newestWins('opening_acts', ['name'], row)),
    gone('practice_drafts', 'kind', drafts),
    ...drafts.map((row) => newestWins('practice_drafts', ['kind'], row)),
    ...(isInUse
      ? []
      : [
          `insert or replace into settings (name, value) values (${carriedAt}, ${literal(String(clock?.now))})`,
        ]),
  ];
}

function newestWins(table: string, key: readonly string[], row: Row): string {
  const all = Object.keys(row).map((name) => `"${name}" = excluded."${name}"`);
  return `${insert(table, row)} on conflict (${key}) do update set ${all} where excluded.at > ${table}.at`;
}

/** Which facts a restored database has, and whether they are those of the backup or newer. */
export function sayPractice(found: Latest, backup: Latest): void {
  const { facts, settings, door } = found;
  const origin = (kind: 'facts' | 'settings') =>
    backup[kind]?.version === found[kind]?.version ? 'from the backup' : 'newer than the backup';
  if (!facts) console.log('No facts about the practice are in it.');
  else
    console.log(
      `The facts are those of ${practiceName(facts.content)}: version ${facts.version}, published ${whenAndWho(facts)}, ${origin('facts')}.`,
    );
  if (settings)
    console.log(
      `The settings are version ${settings.version}, saved ${whenAndWho(settings)}, ${origin('settings')}.`,
    );
  if (door) console.log(`The site was ${door.content.open ? 'opened' : 'shut'} ${whenAndWho(door)}.`);
  else console.log('The site has never been opened.');
}

function whenAndWho({ at, by }: { at: Date; by: string }): string {
  return `on ${londonTime(at)} by ${by}`;
}
