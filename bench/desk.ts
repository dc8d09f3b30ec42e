import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { signedIn } from './workerd.ts';
import { siteWith } from './workers.ts';

/** Lists by their address, and how often each is asked for in a round. */
const lists = {
  inbox: ['/desk', 40],
  'inbox, waiting too long': ['/desk?stage=late', 40],
  Review: ['/desk/review', 40],
  // Nobody is called that, so there is nothing at which it could stop early.
  'search by a name': ['/desk?q=nobody+is+called+that', 2],
} as const;

/** The desk's lists at 100,000 enquiries, beside themselves at 1,000. */
export async function measureDesk(): Promise<Measure[]> {
  const [many, few] = [await siteWith(100_000), await siteWith(1000)];
  const measures: Measure[] = [];
  for (const [name, [path, amount]] of Object.entries(lists)) {
    const views = { request: () => ({ path, headers: signedIn }), status: 200, amount, connections: 2 };
    const rounds = await inTurn(5, [many, few], (site) => load(site, views));
    measures.push(compare([name, 'ms'], rounds, ({ processor }) => processor / 1000, { most: 1.5 }));
  }
  return measures;
}
