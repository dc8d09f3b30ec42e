import { Stop } from '../stop.ts';
import type { SiteFile } from './site-file.ts';
import { askAccount, jsonIn, runOnAccount } from './wrangler-on-account.ts';

export interface NamedDatabase {
  name: string;
  id: string;
}

/** The database of this name on the account; undefined when there is none. */
export async function findDatabase(name: string, config: string): Promise<NamedDatabase | undefined> {
  const listed = jsonIn(await runOnAccount(['d1', 'list', '--json'], { config }));
  if (!Array.isArray(listed)) throw new Stop('`wrangler d1 list` did not say which databases there are.');
  // Wrangler says what Cloudflare answers.
  const found = (listed as { name: string; uuid: string }[]).find((one) => one.name === name);
  return found && { name, id: found.uuid };
}

/** Makes it where the site's data may be kept. When the answer was lost, the account is asked whether it is there. */
export async function createDatabase(
  name: string,
  where: SiteFile['where'],
  config: string,
): Promise<NamedDatabase> {
  const place = where === 'eu' ? ['--jurisdiction', 'eu'] : ['--location', 'weur'];
  const create = ['d1', 'create', name, ...place, '--update-config', 'false'];
  const { stdout, why } = await askAccount(create, { config });
  const [id] = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(stdout) ?? [];
  const made = id ? { name, id } : await findDatabase(name, config);
  if (!made) throw new Stop(`The database ${name} was not made: ${why || 'Cloudflare does not list it'}`);
  return made;
}
