import { Stop } from '../command.ts';
import { liveSite, secretNames } from './deployed.ts';
import { mergedConfig, namesOf } from './merged-config.ts';
import { listDatabases } from './parts.ts';
import { type SiteFile, usualSettings } from './site-file.ts';
import { done } from './terminal.ts';

/** A site that is on the account already, as its Worker knows it; undefined when there is none of that name. */
export async function learnedSite(site: SiteFile): Promise<SiteFile | undefined> {
  const config = mergedConfig(site);
  const live = await liveSite(config);
  if (live.version && !live.database && !(await secretNames(config)).has('SEAL_KEYS'))
    throw new Stop(
      `There is a Worker called ${site.name} on the account, and it is not this software's. Give this site another name: npm run setup -- --name ….`,
    );
  const found = live.database
    ? await mustBeThere(live.database, config)
    : (await listDatabases(config)).find(({ name }) => name === namesOf(site).database);
  if (!found) return undefined;
  done(
    `A site of that name is there already${live.database ? ', and online' : ''}: this computer learns it from there.`,
  );
  const usual = usualSettings();
  const own = Object.entries(live.settings).filter(
    ([name, value]) => Object.hasOwn(usual, name) && usual[name] !== value,
  );
  return {
    ...site,
    where: found.jurisdiction === 'eu' ? 'eu' : 'any',
    database: { name: found.name, id: found.uuid },
    settings: Object.fromEntries(own),
  };
}

/** A site without its database would go online with an empty one, and what was in the other would not be missed. */
export async function mustBeThere(id: string, config: string) {
  const found = (await listDatabases(config)).find(({ uuid }) => uuid === id);
  if (found) return found;
  throw new Stop(
    `The site's database (${id}) is not on the account any more. If it was deleted, restore a backup: npm run restore -- backups/… --without-newer. Nothing was changed.`,
  );
}
