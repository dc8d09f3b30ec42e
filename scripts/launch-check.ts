import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { openPoints } from '../guard/launch/open-points.ts';
import { launchReport } from '../guard/launch/report.ts';
import { secretNamesIn } from '../guard/launch/secret-names.ts';
import { bankHolidayTable } from '../pages/content/bank-holidays.ts';
import { claims } from '../pages/content/claims.ts';
import { findings } from '../pages/content/findings.ts';
import { practice } from '../pages/content/practice.ts';
import { sources } from '../pages/content/sources.ts';
import { findSite } from './account/site-file.ts';
import { isKeyEnd } from './key-ends.ts';
import { explain, Stop } from './stop.ts';

try {
  const groups = openPoints({
    practice,
    claims,
    sources,
    findings,
    holidays: bankHolidayTable,
    config: unstable_readConfig({ config: 'wrangler.toml' }),
    secrets: secretsHeld(),
    keyKept: keyKept(),
    today: new Date().toISOString().slice(0, 10),
  });
  console.log(launchReport(groups));
  if ([...groups.values()].some((points) => points.length > 0)) process.exitCode = 1;
} catch (error) {
  explain(error);
}

/** `--key-ends k1:……` shows that somebody has the key that `npm run keys` made last. */
function keyKept(): boolean | undefined {
  const { 'key-ends': answer } = options();
  return answer === undefined ? undefined : isKeyEnd(answer, findSite()?.keyEnds ?? {});
}

function options() {
  return parseArgs({ options: { secrets: { type: 'string' }, 'key-ends': { type: 'string' } } }).values;
}

/** `--secrets` takes a file with what `wrangler secret list` printed, or `-` for a pipe. */
function secretsHeld(): ReadonlySet<string> | undefined {
  const values = options();
  if (values.secrets === undefined) return undefined;
  const names = secretNamesIn(readFileSync(values.secrets === '-' ? 0 : values.secrets, 'utf8'));
  if (!names)
    throw new Stop('That is not what `npx wrangler secret list` prints: it printed an error, or nothing.');
  return names;
}
