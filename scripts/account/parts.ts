import { z } from 'zod';
import { Stop } from '../stop.ts';
import type { SiteFile } from './site-file.ts';
import { done } from './terminal.ts';
import { type Answer, askAccount, jsonIn, runOnAccount } from './wrangler-on-account.ts';

// The database and the queues of a site. Each is looked for before it is made, and again when making it fails: the
// answer may have been lost after the work was done.

const listed = z.array(
  z.object({ uuid: z.string(), name: z.string(), jurisdiction: z.optional(z.nullable(z.string())) }),
);
type Database = z.output<typeof listed>[number];

export async function listDatabases(config: string): Promise<Database[]> {
  const { data } = listed.safeParse(jsonIn(await runOnAccount(['d1', 'list', '--json'], { config })));
  if (!data) throw new Stop('Wrangler’s list of databases could not be read.');
  return data;
}

/** Makes the database of that name, unless it is there. */
export async function makeDatabase(name: string, where: SiteFile['where'], config: string) {
  const find = async () => (await listDatabases(config)).find((one) => one.name === name);
  const there = await find();
  if (there) {
    matchJurisdiction(`The database ${name}`, there.jurisdiction ?? undefined, where);
    return { name, id: there.uuid };
  }
  const place = where === 'eu' ? ['--jurisdiction', 'eu'] : ['--location', 'weur'];
  const made = await askAccount(['d1', 'create', name, ...place, '--update-config', 'false'], { config });
  const [printed] = (made.ok && /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(made.stdout)) || [];
  const id = printed ?? (await find())?.uuid;
  if (!id) throw new Stop(`The database ${name} was not made: ${made.why}`);
  return { name, id };
}

/** 14 days, the longest that Workers Paid allows: so long an enquiry may wait for the database. */
const retention = ['--message-retention-period-secs', String(14 * 24 * 3600)];

/** Makes the queue of that name, or sees that the one that is there is right. */
export async function ensureQueue(name: string, where: SiteFile['where'], config: string): Promise<void> {
  const isThere = await adoptQueue(name, where, config);
  if (isThere) return done(`The queue ${name} is there already.`);
  const place = where === 'eu' ? ['--jurisdiction', 'eu'] : [];
  const made = await askAccount(['queues', 'create', name, ...retention, ...place], { config });
  if (!made.ok && !(await adoptQueue(name, where, config)))
    throw new Stop(`The queue ${name} was not made: ${made.why}`);
  done(`The queue ${name} is there.`);
}

/** False when there is none. How long a queue keeps messages nobody says, so it is set once more. */
async function adoptQueue(name: string, where: SiteFile['where'], config: string): Promise<boolean> {
  const about = await aboutQueue(name, config);
  if (about === undefined) return false;
  matchJurisdiction(`The queue ${name}`, /^Jurisdiction: (\w+)/m.exec(about)?.[1], where);
  await runOnAccount(['queues', 'update', name, ...retention], { config });
  return true;
}

/** What wrangler says of exactly that queue; undefined when there is none. */
async function aboutQueue(name: string, config: string): Promise<string | undefined> {
  const { ok, stdout, why }: Answer = await askAccount(['queues', 'info', name], { config });
  if (ok) return stdout;
  if (why.includes('does not exist')) return undefined;
  throw new Stop(`Cloudflare did not say whether the queue ${name} is there: ${why}`);
}

/** Where data is kept is fixed when a part is made: a wrong one is said, and never used. */
function matchJurisdiction(what: string, found: string | undefined, where: SiteFile['where']): void {
  const wanted = where === 'eu' ? 'eu' : undefined;
  if ((found || undefined) === wanted || (where === 'any' && found === 'default')) return;
  throw new Stop(
    `${what} is there already, ${found ? `in the jurisdiction “${found}”` : 'in no jurisdiction'}, and this site asks for “${where}”. That cannot be changed afterwards: delete it if it is empty, or give this site another name.`,
  );
}
