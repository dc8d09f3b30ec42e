import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { practice } from '../tests/fixtures/practice.ts';
import { fixtureVars } from '../tests/fixtures/settings.ts';
import { filledConfig, filledFacts, filledVars } from './filled-in-values.ts';
import { Stop } from './stop.ts';

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
  const unsettled = [claims, findings, sources].flatMap((records) =>
    Object.keys(records).filter((key) => 'toConfirm' in records[key] || 'citationToConfirm' in records[key]),
  );
  const wanted = {
    'a fact about the practice': [facts.practice, filledFacts],
    'a variable': [vars, filledVars],
    'the rest of wrangler.toml': [
      { name, account_id, database_id: d1_databases[0]?.database_id, routes },
      {
        name: filledConfig.name,
        account_id: filledConfig.account_id,
        database_id: filledConfig.database_id,
        routes: [{ pattern: filledConfig.pattern, custom_domain: true }],
      },
    ],
    'something to confirm': [unsettled, []],
    'the bank holidays to confirm': [bankHolidayTable.toConfirm, false],
    'a value that tests have as well': [
      [...same(filledFacts, practice), ...same(filledVars, fixtureVars)],
      [],
    ],
  };
  // What comes from TOML has no prototype, which would make it another object.
  for (const [what, [found, expected]] of Object.entries(wanted))
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(found)), expected))
      throw new Stop(`Not filled in: ${what}. There is ${JSON.stringify(found)}.`);
}

function same(filled: Record<string, unknown>, fixture: Record<string, unknown>): string[] {
  return Object.keys(filled).filter((key) => filled[key] === fixture[key]);
}
