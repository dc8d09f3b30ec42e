import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { practice } from '../../tests/fixtures/practice.ts';
import { fixtureVars } from '../../tests/fixtures/settings.ts';
import { Stop } from '../stop.ts';
import { filledConfig, filledFacts, filledVars } from './values.ts';

type Values = Readonly<Record<string, unknown>>;

/** Reads a filled-in copy as the site reads it. Where something was not filled in, its tests would prove nothing. */
export async function checkFilledIn(folder: string): Promise<void> {
  const [facts, { claims }, { findings }, { sources }, { bankHolidayTable }] = await Promise.all(
    ['practice', 'claims', 'findings', 'sources', 'bank-holidays'].map(
      (name) => import(pathToFileURL(join(folder, `pages/content/${name}.ts`)).href),
    ),
  );
  const { vars, name, account_id, d1_databases, routes } = unstable_readConfig({
    config: join(folder, 'wrangler.toml'),
  });
  const { pattern, ...rest } = filledConfig;
  const missed = [
    ...differing(facts.practice, filledFacts),
    ...differing(vars, filledVars),
    ...differing(
      { name, account_id, database_id: d1_databases[0]?.database_id, routes },
      { ...rest, routes: [{ pattern, custom_domain: true }] },
    ),
    ...[claims, findings, sources].flatMap(toConfirm),
    ...differing({ holidays: bankHolidayTable.toConfirm }, { holidays: false }),
  ];
  if (missed.length > 0) throw new Stop(`Not filled in: ${missed.join(', ')}.`);
  const shared = [...alike(filledFacts, practice), ...alike(filledVars, fixtureVars)];
  if (shared.length > 0) throw new Stop(`Tests have the same value: ${shared.join(', ')}.`);
}

/** What is there and should not be, is missing, or is something else. */
function differing(found: Values, wanted: Values): string[] {
  // What comes from TOML has no prototype, which would make it another object.
  const plain: Values = JSON.parse(JSON.stringify(found));
  return [...new Set([...Object.keys(plain), ...Object.keys(wanted)])].filter(
    (key) => !isDeepStrictEqual(plain[key], wanted[key]),
  );
}

function alike(some: Values, others: Values): string[] {
  return Object.keys(some).filter((key) => some[key] === others[key]);
}

function toConfirm(records: Readonly<Record<string, object>>): string[] {
  return Object.keys(records).filter((key) =>
    ['toConfirm', 'citationToConfirm'].some((mark) => mark in (records[key] ?? {})),
  );
}
