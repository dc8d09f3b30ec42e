import type { Site } from '../../scripts/site.ts';
import { countsAtDesk } from '../desk.ts';
import { downloadLeads } from '../leads.ts';
import { type Kind, sendOnce } from '../load.ts';
import { enquiry, landing } from '../visitors.ts';
import { openInspector, type Share } from './inspector.ts';

/** What one request, or one row of a file, costs the Worker itself. */
export interface Work {
  of: string;
  /** How many were done. */
  times: number;
  /** Calls of the platform, and elements of a page that were rendered, for each. */
  calls: Record<string, number>;
  /** The largest parts of the processor's time. */
  time: Share[];
}

const requests = 400;
const atOnce = 8;
const parts = 10;
const campaigns = ['fb-nov-a', 'research', 'first-visit'];

/** Counts and profiles the work of a visit, an enquiry and the leads file, in a site that runs `counted.ts`. */
export async function measureWork(site: Site, inspectorPort: number): Promise<Work[]> {
  console.log('Counting and profiling the work of a request …');
  const rows = (await countsAtDesk(site)).inbox;
  const inspector = await openInspector(inspectorPort);
  const visit: Kind = {
    ...landing,
    path: (n) => landing.path(n).replace('fb-nov-a', campaigns[n % campaigns.length] ?? ''),
  };
  const subjects = {
    [`a visit, one of ${requests} with ${campaigns.length} headlines`]: [requests, () => many(site, visit)],
    [`an enquiry, one of ${requests}`]: [requests, () => many(site, enquiry)],
    [`a row of the leads file, one of ${rows}`]: [rows, () => downloadLeads(site)],
  } satisfies Record<string, [number, () => Promise<unknown>]>;
  const found: Work[] = [];
  for (const [of, [times, work]] of Object.entries(subjects)) {
    await takeCounts(site);
    const time = await inspector.profile(times, async () => void (await work()));
    const calls = Object.entries(await takeCounts(site)).map(([name, count]) => [name, count / times]);
    found.push({ of, times, calls: Object.fromEntries(calls), time: time.slice(0, parts) });
  }
  inspector.close();
  return found;
}

export function printWork(works: readonly Work[]): void {
  for (const { of, calls, time } of works) {
    console.log(`\n${of}: the processor's time in the Worker, and calls`);
    for (const { part, microseconds } of time)
      console.log(`${microseconds.toFixed(1).padStart(9)} µs  ${part}`);
    const counted = Object.entries(calls).map(([name, count]) => `${Number(count.toFixed(3))} ${name}`);
    console.log(`  ${counted.join(', ') || 'no calls'}`);
  }
}

/** The counts since the last time. */
async function takeCounts({ url }: Site): Promise<Record<string, number>> {
  return (await fetch(`${url}/counts`)).json() as Promise<Record<string, number>>;
}

async function many({ url }: Site, kind: Kind): Promise<void> {
  for (let n = 0; n < requests; n += atOnce)
    await Promise.all(Array.from({ length: atOnce }, (_, more) => sendOnce(url, kind, n + more)));
}
