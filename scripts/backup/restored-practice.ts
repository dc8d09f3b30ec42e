import { londonTime } from '../../pages/london-time.ts';
import { practiceName } from '../../pages/practice.ts';
import type { Latest } from '../../worker/practice/versions.ts';
import { type Asking, insert, literal, type Row } from '../d1.ts';

// What a database has of the practice: what was published, what is being worked on, and what was checked.

/** SQL that adds what was published, checked and begun since. Done twice it changes nothing more. */
export function carryPractice(from: Asking, to: Asking): string[] {
  if (from("select name from sqlite_master where name = 'practice_versions'").length === 0) return [];
  const [[last] = [], hashes = []] = to.each<{ version: number; hash: string }>([
    'select coalesce(max(version), 0) as version from practice_versions',
    'select hash from portraits',
  ]);
  const known = hashes.map(({ hash }) => literal(hash));
  const [versions = [], pictures = [], checks = [], acts = [], drafts = []] = from.each<Row>([
    `select * from practice_versions where version > ${last?.version ?? 0} order by version`,
    `select *, hex(bytes) as bytes from portraits where hash not in (${known})`,
    'select * from source_checks',
    'select * from opening_acts',
    'select * from practice_drafts',
  ]);
  return [
    ...versions.map((row) => `${insert('practice_versions', row)} on conflict do nothing`),
    ...pictures.map((row) => {
      const bytes = Buffer.from(String(row.bytes), 'hex');
      return `${insert('portraits', { ...row, bytes })} on conflict do nothing`;
    }),
    ...checks.map((row) => newestWins('source_checks', ['source', 'fingerprint'], row)),
    ...acts.map((row) => newestWins('opening_acts', ['name'], row)),
    ...drafts.map((row) => newestWins('practice_drafts', ['kind'], row)),
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
