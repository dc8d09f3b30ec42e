import { inTurn, type Kind } from './load.ts';
import { type Measure, median } from './measure.ts';
import { signedIn } from './site.ts';
import type { Running } from './workerd.ts';
import type { Workers } from './workers.ts';

/** Lists by their address, and how often each is asked for in a round. */
const lists = {
  inbox: ['/desk', 40],
  'inbox, by stage and days': ['/desk?stage=booked&from=2026-01-01', 40],
  'inbox, waiting too long': ['/desk?stage=late', 40],
  Review: ['/desk/review', 40],
  // Nobody is called that, so there is nothing at which it could stop early.
  'search by a name': ['/desk?q=nobody+is+called+that', 2],
  'search by half a phone number': ['/desk?q=0119999', 2],
} as const;

/** The desk's lists at 100,000 enquiries, beside themselves at 1,000. */
export async function measureDesk(workers: Workers): Promise<Measure[]> {
  const [few, many] = [await workers.siteWith(1000), await workers.siteWith(100_000)];
  await checkCount(few);
  await checkCount(many);
  const measures: Measure[] = [];
  for (const [name, [path, amount]] of Object.entries(lists)) {
    const kind: Kind = { request: () => ({ path, headers: signedIn }), status: 200, amount, connections: 2 };
    const rounds = await inTurn(5, kind, { few, many });
    measures.push(
      { name: `${name}, 1,000`, value: median(rounds, ({ few }) => few.processor) / 1000, unit: 'ms' },
      { name: `${name}, 100,000`, value: median(rounds, ({ many }) => many.processor) / 1000, unit: 'ms' },
      {
        name: `${name}, 100,000, times 1,000`,
        value: median(rounds, ({ few, many }) => many.processor / few.processor),
        unit: '×',
        goal: { most: 1.5 },
      },
    );
  }
  return measures;
}

/** The inbox says how many there are. */
async function checkCount(site: Running): Promise<void> {
  const page = await (await fetch(`${site.url}/desk`, { headers: signedIn })).text();
  const stored = await site.ask("select count(*) from enquiries where folder = 'inbox'");
  if (!page.includes(`All (${stored.toLocaleString('en-GB')})`))
    throw new Error(`the inbox does not say that there are ${stored} enquiries`);
}
