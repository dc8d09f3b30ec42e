import { launchReport } from '../launch/report.ts';
import { secretNames } from './account/deployed.ts';
import { mergedConfig } from './account/merged-config.ts';
import { findSite } from './account/site-file.ts';
import { command, readOptions } from './command.ts';
import { blocks, launchPoints } from './deploy/may-go.ts';
import { isNewestEnd } from './key-ends.ts';

// Lists what is open before the site may be advertised. Without a site file nobody can ask the account.
const { values } = readOptions({ options: { 'key-ends': { type: 'string' } } });

await command(async () => {
  const site = findSite();
  const config = site && mergedConfig(site);
  const end = values['key-ends'];
  const points = launchPoints(config, {
    secrets: config === undefined ? undefined : await secretNames(config),
    keyKept: site && end !== undefined ? isNewestEnd(end, site.keyEnds) : undefined,
  });
  console.log(launchReport(points));
  if (blocks(points).length > 0) process.exitCode = 1;
});
