import { p99Beside, processorBeside } from './beside.ts';
import { inTurn, type Kind } from './load.ts';
import type { Measure } from './measure.ts';
import type { Workers } from './workers.ts';

const advert = '/?c=fb-nov-a&utm_source=google&utm_medium=cpc';

const visits: Kind = {
  // Every click has an id, so that no two addresses are the same.
  request: (n) => ({ path: `${advert}&gclid=click-${n}` }),
  status: 200,
  amount: 2500,
};

/** Visits from an advert, beside a Worker that returns the same page as bytes. */
export async function measureLanding(workers: Workers): Promise<Measure[]> {
  const { site, before } = await workers.sites();
  const bare = await workers.bare('page');
  const page = await (await fetch(site.url + advert)).text();
  const other = await (await fetch(site.url + advert)).text();
  if (!/name="formKey" value="[\da-f-]{36}"/.test(page) || page === other)
    throw new Error('the landing page has no form, or the same form key for everybody');
  await fetch(bare.url, { method: 'PUT', body: page });
  const rounds = await inTurn(11, visits, { site, bare, ...(before && { before }) });
  return [
    ...processorBeside('landing page, visits', rounds, 1.3),
    ...p99Beside('landing page, visits', rounds, 1.15),
  ];
}
