import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { bareWorker, siteWith } from './workers.ts';

const advert = '/?c=fb-nov-a&utm_source=google&utm_medium=cpc';

/** Visits from an advert, beside a Worker that returns the same page as bytes. */
export async function measureLanding(): Promise<Measure[]> {
  const [site, bare] = [await siteWith(1000), await bareWorker('page')];
  const page = await (await fetch(site.url + advert)).text();
  const other = await (await fetch(site.url + advert)).text();
  if (!/name="formKey" value="[\da-f-]{36}"/.test(page) || page === other)
    throw new Error('the landing page has no form, or the same form key for everybody');
  await fetch(bare.url, { method: 'PUT', body: page });
  // Every click has an id, so that no two addresses are the same.
  const request = (n: number) => ({ path: `${advert}&gclid=click-${n}` });
  const visits = { request, status: 200, amount: 2500, connections: 8 };
  const rounds = await inTurn(11, [site, bare], (worker) => load(worker, visits));
  return [
    compare(['visit, processor', 'µs'], rounds, ({ processor }) => processor, { most: 1.3 }),
    compare(['visit, p99', 'ms'], rounds, ({ p99 }) => p99, { most: 1.15 }),
    compare(['visits a second', ''], rounds, ({ rate }) => rate),
  ];
}
