import { z } from 'zod';
import { Stop } from '../command.ts';
import { mergedConfig, namesOf } from './merged-config.ts';
import { listDatabases } from './parts.ts';
import { apart } from './retired-settings.ts';
import { type SiteFile, usualSettings } from './site-file.ts';
import { done } from './terminal.ts';
import { askAccount, jsonIn } from './wrangler-on-account.ts';

// What the account itself knows of a site: another computer makes its site file again from that.

const status = z.object({ versions: z.array(z.object({ version_id: z.string() })) });

const binding = z.looseObject({
  type: z.string(),
  name: z.string(),
  text: z.optional(z.string()),
  id: z.optional(z.string()),
  database_id: z.optional(z.string()),
});
const view = z.object({ resources: z.object({ bindings: z.array(binding) }) });

export interface LiveSite {
  /** The id of the version that is live; undefined when there is no Worker. */
  version: string | undefined;
  /** The id of its database; undefined while nothing of this software was deployed. */
  database: string | undefined;
  settings: Readonly<Record<string, string>>;
}

/** What is live now, as the account has it. */
export async function liveSite(config: string): Promise<LiveSite> {
  const answer = await askAccount(['deployments', 'status', '--json'], { config });
  if (!answer.ok && !isNoWorker(answer.why))
    throw new Stop(`Cloudflare did not say what is live now: ${answer.why}`);
  const version = status.safeParse(jsonIn(answer.stdout)).data?.versions[0]?.version_id;
  if (!version) return { version, database: undefined, settings: {} };
  const { ok, stdout, why } = await askAccount(['versions', 'view', version, '--json'], { config });
  const { data } = view.safeParse(jsonIn(stdout));
  if (!ok || !data) throw new Stop(`Cloudflare did not say what is live now: ${why}`);
  const { bindings } = data.resources;
  const database = bindings.find(({ type, name }) => type === 'd1' && name === 'DB');
  const isOurs = bindings.some(({ type, name }) => type === 'queue' && name === 'ENQUIRY_QUEUE');
  return {
    version,
    database: isOurs ? (database?.database_id ?? database?.id) : undefined,
    settings: Object.fromEntries(
      bindings.flatMap(({ type, name, text }) => (type === 'plain_text' && text ? [[name, text]] : [])),
    ),
  };
}

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
  return {
    ...site,
    where: found.jurisdiction === 'eu' ? 'eu' : 'any',
    database: { name: found.name, id: found.uuid },
    ...ownSettings(live.settings),
  };
}

/** Which of a Worker's variables are the site's own: those of an earlier release are for the next deploy to carry over. */
export function ownSettings(variables: LiveSite['settings']): Pick<SiteFile, 'settings' | 'retired'> {
  const usual = usualSettings();
  const { settings, ...more } = apart(variables);
  const own = Object.entries(settings).filter(
    ([name, value]) => Object.hasOwn(usual, name) && usual[name] !== value,
  );
  return { settings: Object.fromEntries(own), ...more };
}

/** A site without its database would go online with an empty one, and what was in the other would not be missed. */
export async function mustBeThere(id: string, config: string) {
  const found = (await listDatabases(config)).find(({ uuid }) => uuid === id);
  if (found) return found;
  throw new Stop(
    `The site's database (${id}) is not on the account any more. If it was deleted, restore a backup: npm run restore -- backups/… --without-newer. Nothing was changed.`,
  );
}

/** The names of the secrets that the Worker has; none when there is no Worker yet. */
export async function secretNames(config: string): Promise<ReadonlySet<string>> {
  const { ok, stdout, why } = await askAccount(['secret', 'list'], { config });
  if (!ok && isNoWorker(why)) return new Set();
  const { data } = z.array(z.object({ name: z.string() })).safeParse(jsonIn(stdout));
  if (!ok || !data) throw new Stop(`Cloudflare did not say which secrets there are: ${why}`);
  return new Set(data.map(({ name }) => name));
}

function isNoWorker(why: string): boolean {
  return /Worker ".*" not found|code: 10007|does not exist on your account/i.test(why);
}
