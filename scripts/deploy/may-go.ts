import { unstable_readConfig } from 'wrangler';
import { deployPoints } from '../../launch/deploy-points.ts';
import { secretNames } from '../account/deployed.ts';
import type { SiteFile } from '../account/site-file.ts';
import { ask, isTerminal } from '../account/terminal.ts';
import { Stop } from '../command.ts';
import { isNewestEnd, newestKey } from '../key-ends.ts';
import type { PracticeCopy } from './practice-copy.ts';
import { wordFindings } from './word-findings.ts';

interface Leave {
  config: string;
  copy: PracticeCopy;
  /** The last characters of the sealing key, if they were given. */
  end: string | undefined;
  urgent: boolean;
}

/** Stops when something stands in the way; when it is urgent, only if it could lose an enquiry. Says what is missing. */
export async function mayGo(site: SiteFile, { config: path, copy, end, urgent }: Leave): Promise<void> {
  const secrets = await secretNames(path);
  const config = unstable_readConfig({ config: path });
  const points = deployPoints({ config, secrets, keyKept: await isKeySaved(site, end, urgent) });
  const words = await wordFindings(site, copy);
  for (const finding of words) console.log(`  - ${finding}`);
  for (const [heading, missing] of points) {
    if (missing.length > 0) console.log(heading);
    for (const point of missing) console.log(`  - ${point.words}\n      ${point.where}`);
  }
  const missing = [...points.values()].flat();
  const open = missing.length + words.length;
  if (open === 0) return console.log('  Nothing is missing.');
  const losing = missing.filter(({ losesEnquiries }) => losesEnquiries);
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
