import { join } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { type LaunchFacts, openPoints } from '../launch/open-points.ts';
import { bankHolidayTable } from '../pages/content/bank-holidays.ts';
import { claims } from '../pages/content/claims.ts';
import { findings } from '../pages/content/findings.ts';
import { practice } from '../pages/content/practice.ts';
import { sources } from '../pages/content/sources.ts';
import { root } from './wrangler.ts';

interface OfAccount extends Pick<LaunchFacts, 'secrets' | 'keyKept'> {
  /** The path of the merged configuration; undefined while this copy knows no site. */
  config: string | undefined;
}

/** What is open for this site: its facts, its claims, its settings, its secrets, its key. */
export function launchPoints({ config, secrets, keyKept }: OfAccount) {
  return openPoints({
    practice,
    claims,
    sources,
    findings,
    holidays: bankHolidayTable,
    config: unstable_readConfig({ config: config ?? join(root, 'wrangler.toml') }),
    secrets,
    keyKept,
    today: new Date().toISOString().slice(0, 10),
  });
}
