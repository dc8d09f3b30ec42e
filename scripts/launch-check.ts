import { launchReport } from '../launch/report.ts';
import { secretNames } from './account/deployed.ts';
import { mergedConfig } from './account/merged-config.ts';
import { isNewestEnd } from './account/secrets.ts';
import { findSite } from './account/site-file.ts';
import { launchPoints } from './launch.ts';
import { readOptions } from './options.ts';
import { explain } from './stop.ts';

// Lists what is open before the site may be advertised. Without a site file nobody can ask the account.
const { values } = readOptions({ options: { 'key-ends': { type: 'string' } } });

try {
  const site = findSite();
  const end = values['key-ends'];
  const points = launchPoints({
    config: site && mergedConfig(site),
    secrets: site && (await secretNames(mergedConfig(site))),
    keyKept: site && end !== undefined ? isNewestEnd(end, site) : undefined,
  });
  console.log(launchReport(points));
  if ([...points.values()].flat().some(({ later }) => !later)) process.exitCode = 1;
} catch (error) {
  explain(error);
}
