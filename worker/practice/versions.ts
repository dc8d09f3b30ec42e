import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type Facts, factsSchema } from '../../pages/content/facts.ts';
import { type Settings, settingsSchema } from '../../pages/content/settings.ts';
import type { Database } from '../database/client.ts';
import { practiceVersions } from '../database/tables.ts';

/** Whether visitors get the site, and since when. */
const doorSchema = z.object({ open: z.boolean() });

interface Contents {
  facts: Facts;
  settings: Settings;
  door: z.output<typeof doorSchema>;
}

export type PracticeKind = keyof Contents;

const schemas: { [Kind in PracticeKind]: z.ZodMiniType<Contents[Kind]> } = {
  facts: factsSchema,
  settings: settingsSchema,
  door: doorSchema,
};

export interface Version<Kind extends PracticeKind> {
  version: number;
  content: Contents[Kind];
  at: Date;
  by: string;
  backTo: number | null;
}

export type Latest = { [Kind in PracticeKind]?: Version<Kind> };

/** SQL: the newest version of each kind. */
export function latestQuery(database: Database) {
  const newest = database
    .select({ version: max(practiceVersions.version) })
    .from(practiceVersions)
    .groupBy(practiceVersions.kind);
  return database.select().from(practiceVersions).where(inArray(practiceVersions.version, newest));
}

type Row = typeof practiceVersions.$inferSelect;

export function parseLatest(rows: readonly Row[]): Latest {
  return Object.fromEntries(rows.map((row) => [row.kind, parseVersion(row)]));
}

export async function readLatest(database: Database): Promise<Latest> {
  return parseLatest(await latestQuery(database));
}

/** Throws when the content is none: a failure, and never "shut". */
export function parseVersion({ kind, content, ...row }: Row) {
  return { ...row, content: schemas[kind].parse(JSON.parse(content)) };
}

/** The newest versions of a kind, the newest first. */
export async function readHistory<Kind extends PracticeKind>(
  database: Database,
  kind: Kind,
  most = 100,
): Promise<Version<Kind>[]> {
  const rows = await database
    .select()
    .from(practiceVersions)
    .where(eq(practiceVersions.kind, kind))
    .orderBy(desc(practiceVersions.version))
    .limit(most);
  // Only rows of this kind were asked for.
  return rows.map(parseVersion) as Version<Kind>[];
}

interface Saving<Kind extends PracticeKind> {
  content: Contents[Kind];
  /** The version that whoever saves has seen; 0 for none. */
  basis: number;
  by: string;
  at: Date;
  backTo?: number;
}

/** The new version's number; undefined when somebody else has saved one since `basis`, and nothing was saved. */
export async function saveVersion<Kind extends PracticeKind>(
  database: Database,
  kind: Kind,
  { content, basis, by, at, backTo }: Saving<Kind>,
): Promise<number | undefined> {
  const json = JSON.stringify(schemas[kind].parse(content));
  const newest = database
    .select({ version: sql`coalesce(${max(practiceVersions.version)}, 0)` })
    .from(practiceVersions)
    .where(eq(practiceVersions.kind, kind));
  const [saved] = await database.all<{ version: number }>(sql`
    insert into ${practiceVersions} (kind, content, at, by, back_to)
    select ${kind}, ${json}, ${at.getTime()}, ${by}, ${backTo ?? null}
    where (${newest}) = ${basis}
    returning version`);
  return saved?.version;
}

/** One version of a kind; undefined when there is none of that number. */
export async function findVersion<Kind extends PracticeKind>(
  database: Database,
  kind: Kind,
  version: number,
): Promise<Version<Kind> | undefined> {
  const [row] = await database
    .select()
    .from(practiceVersions)
    .where(and(eq(practiceVersions.kind, kind), eq(practiceVersions.version, version)));
  return row && (parseVersion(row) as Version<Kind>);
}
