import * as z from 'zod/mini';
import { type Latest, parseLatest } from '../worker/practice/versions.ts';
import { Stop } from './command.ts';
import type { Asking } from './d1.ts';

interface VersionRow {
  version: number;
  kind: keyof Latest;
  content: string;
  at: number;
  by: string;
  backTo: number | null;
}

const tables = "select name from sqlite_master where name = 'practice_versions'";
const newest = `select version, kind, content, at, "by", back_to as backTo from practice_versions
  where version in (select max(version) from practice_versions group by kind)`;

/** The practice as a site's database has it; nothing where the tables for it are not there yet. */
export function storedPractice(ask: Asking): Latest {
  if (ask(tables).length === 0) return {};
  const rows = ask<VersionRow>(newest).map((row) => ({ ...row, at: new Date(row.at) }));
  try {
    return parseLatest(rows);
  } catch (error) {
    throw new Stop(
      `This version cannot read the practice’s facts: ${whatIsWrong(error)}. Nothing was changed.`,
    );
  }
}

function whatIsWrong(error: unknown): string {
  if (error instanceof z.core.$ZodError)
    return error.issues
      .map(({ path, message }) => `${path.join('.') || 'all of them'} (${message})`)
      .join(', ');
  return 'they are damaged';
}
