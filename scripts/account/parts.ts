import { z } from 'zod';
import { Stop } from '../command.ts';
import type { NamedDatabase, SiteFile } from './site-file.ts';
import { done } from './terminal.ts';
import { askAccount, jsonIn, runOnAccount } from './wrangler-on-account.ts';

// The database and the queues of a site. Each is looked for before it is made, and again when making it fails: the
// answer may have been lost after the work was done.

type Where = SiteFile['where'];

const listed = z.array(
  z.object({ uuid: z.string(), name: z.string(), jurisdiction: z.optional(z.nullable(z.string())) }),
);

export async function listDatabases(config: string) {
  const { data } = listed.safeParse(jsonIn(await runOnAccount(['d1', 'list', '--json'], { config })));
  if (!data) throw new Stop('Wrangler’s list of databases could not be read.');
  return data;
}

/** The database of this name on the account; undefined when there is none. */
export async function findDatabase(name: string, config: string) {
  const found = (await listDatabases(config)).find((one) => one.name === name);
  return found && { name, id: found.uuid, jurisdiction: found.jurisdiction };
}

/** Makes the database of that name, unless it is there. */
export async function makeDatabase(name: string, where: Where, config: string): Promise<NamedDatabase> {
  const there = await findDatabase(name, config);
  if (there) {
    matchJurisdiction(`The database ${name}`, there.jurisdiction, where);
    return { name, id: there.id };
  }
  const place = where === 'eu' ? ['--jurisdiction', 'eu'] : ['--location', 'weur'];
  const made = await askAccount(['d1', 'create', name, ...place, '--update-config', 'false'], { config });
  const [printed] = (made.ok && /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(made.stdout)) || [];
  const id = printed ?? (await findDatabase(name, config))?.id;
  if (!id) throw new Stop(`The database ${name} was not made: ${made.why}`);
  return { name, id };
}

/** 14 days, the longest that Workers Paid allows: so long an enquiry may wait for the database. */
const retention = ['--message-retention-period-secs', String(14 * 24 * 3600)];

/** Makes the queue of that name, or sees that the one that is there is right. */
export async function ensureQueue(name: string, where: Where, config: string): Promise<void> {
  if (await adoptQueue(name, where, config)) return done(`The queue ${name} is there already.`);
  const place = where === 'eu' ? ['--jurisdiction', 'eu'] : [];
  const made = await askAccount(['queues', 'create', name, ...retention, ...place], { config });
  if (!made.ok && !(await adoptQueue(name, where, config)))
    throw new Stop(`The queue ${name} was not made: ${made.why}`);
  done(`The queue ${name} is there.`);
}

/** False when there is none. Wrangler does not say how long a queue holds messages, so that is set again. */
async function adoptQueue(name: string, where: Where, config: string): Promise<boolean> {
  const { ok, stdout, why } = await askAccount(['queues', 'info', name], { config });
  if (!ok && why.includes('does not exist')) return false;
  if (!ok) throw new Stop(`Cloudflare did not say whether the queue ${name} is there: ${why}`);
  matchJurisdiction(`The queue ${name}`, /^Jurisdiction: (\w+)/m.exec(stdout)?.[1], where);
  await runOnAccount(['queues', 'update', name, ...retention], { config });
  return true;
}

/** Where data is stored is fixed when a part is made: a wrong place is reported, and never used. */
function matchJurisdiction(what: string, found: string | null | undefined, where: Where): void {
  const wanted = where === 'eu' ? 'eu' : undefined;
  if ((found || undefined) === wanted || (where === 'any' && found === 'default')) return;
  throw new Stop(
    `${what} is there already, ${found ? `in the jurisdiction “${found}”` : 'in no jurisdiction'}, and this site asks for “${where}”. That cannot be changed afterwards: delete it if it is empty, or give this site another name.`,
  );
}
