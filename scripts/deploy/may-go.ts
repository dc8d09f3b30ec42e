import { unstable_readConfig } from 'wrangler';
import { type LaunchFacts, openPoints } from '../../launch/open-points.ts';
import { launchReport } from '../../launch/report.ts';
import { bankHolidayTable } from '../../pages/content/bank-holidays.ts';
import { claims } from '../../pages/content/claims.ts';
import { secretNames } from '../account/deployed.ts';
import type { SiteFile } from '../account/site-file.ts';
import { ask, isTerminal } from '../account/terminal.ts';
import { Stop } from '../command.ts';
import { ownConfig } from '../d1.ts';
import { isNewestEnd, newestKey } from '../key-ends.ts';
import { wordFindings } from './word-findings.ts';

const facts = { claims, holidays: bankHolidayTable };

/** What is open for this site: its facts, its claims, its settings, its secrets, its key. */
export function launchPoints(path = ownConfig, more: Pick<LaunchFacts, 'secrets' | 'keyKept'>) {
  const config = unstable_readConfig({ config: path });
  return openPoints({ ...facts, ...more, config, today: new Date().toISOString().slice(0, 10) });
}

/** The points that stand in the way now. */
export function blocks(points: ReturnType<typeof launchPoints>) {
  return [...points.values()].flat().filter(({ later }) => !later);
}

/** Stops when something stands in the way; with `urgent`, only when it could lose an enquiry. Says what is open. */
export async function mayGo(site: SiteFile, config: string, end?: string, urgent = false): Promise<void> {
  const secrets = await secretNames(config);
  const points = launchPoints(config, { secrets, keyKept: await isKeySaved(site, end, urgent) });
  const words = await wordFindings(site);
  for (const finding of words) console.log(`  - ${finding}`);
  console.log(launchReport(points));
  const blocking = blocks(points);
  const open = blocking.length + words.length;
  if (open === 0) return;
  const losing = blocking.filter(({ losesEnquiries }) => losesEnquiries);
  if (urgent && losing.length > 0) {
    console.log('\n--urgent does not pass what could lose an enquiry:');
    for (const point of losing) console.log(`  - ${point.words}`);
  }
  if (!urgent || losing.length > 0) throw new Stop('\nStopped here. Nothing was changed.');
  console.log(`\n--urgent: ${open} points above were passed. Settle them next.`);
}

/** Asked each time, because a key that is gone is noticed only when it is too late. */
async function isKeySaved({ keyEnds }: SiteFile, end: string | undefined, urgent: boolean) {
  if (end !== undefined) return isNewestEnd(end, keyEnds);
  const newest = newestKey(keyEnds);
  if (!isTerminal() || urgent) return undefined;
  if (!newest)
    throw new Stop(
      'This computer does not know how the sealing key ends: run `npm run setup`, which asks for it.',
    );
  const typed = await ask(
    `The last six characters of the sealing key ${newest}, from your password manager`,
    (value) => ({ value }),
  );
  return isNewestEnd(typed, keyEnds);
}
