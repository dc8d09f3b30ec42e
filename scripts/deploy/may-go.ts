import type { OpenPoint } from '../../launch/open-point.ts';
import { launchReport } from '../../launch/report.ts';
import { isNewestEnd, newestKey } from '../account/secrets.ts';
import type { SiteFile } from '../account/site-file.ts';
import { ask, isTerminal } from '../account/terminal.ts';
import { launchPoints } from '../launch.ts';
import { Stop } from '../stop.ts';
import { wordFindings } from './words.ts';

interface Asked {
  config: string;
  secrets: ReadonlySet<string>;
  /** How the newest key ends, where somebody said so beforehand. */
  keyEnds: string | undefined;
  urgent: boolean;
}

/** Whether nothing stands in the way; with `urgent`, nothing that could lose an enquiry. Says what is open, and what it passes. */
export async function mayGo(site: SiteFile, asked: Asked): Promise<boolean> {
  const { config, secrets, urgent } = asked;
  const points = launchPoints({ config, secrets, keyKept: await isKeyKept(site, asked) });
  const words = await wordFindings(site);
  for (const finding of words) console.log(`  - ${finding}`);
  console.log(launchReport(points));
  const blocking = [...points.values()].flat().filter(({ later }) => !later);
  if (blocking.length === 0 && words.length === 0) return true;
  if (!urgent) return false;
  const losing = blocking.filter(({ losesEnquiries }) => losesEnquiries);
  if (losing.length > 0) return sayLosing(losing);
  console.log(`\n--urgent: ${blocking.length + words.length} points above were passed. Settle them next.`);
  return true;
}

function sayLosing(losing: readonly OpenPoint[]): false {
  console.log('\n--urgent does not pass what could lose an enquiry:');
  for (const point of losing) console.log(`  - ${point.words}`);
  return false;
}

/** Asked each time, because a key that is gone is noticed only when it is too late. */
async function isKeyKept(site: SiteFile, { keyEnds, urgent }: Asked): Promise<boolean | undefined> {
  if (keyEnds !== undefined) return isNewestEnd(keyEnds, site);
  const newest = newestKey(site);
  if (!isTerminal() || urgent) return undefined;
  if (!newest)
    throw new Stop(
      'This computer does not know how the sealing key ends: run `npm run setup`, which asks for it.',
    );
  const typed = await ask(
    `The last six characters of the sealing key ${newest}, from your password manager`,
    (value) => ({ value }),
  );
  return isNewestEnd(typed, site);
}
