import { type LiveSite, liveSite } from '../account/deployed.ts';
import type { SiteFile } from '../account/site-file.ts';
import { Stop } from '../command.ts';

/** A restore on another computer moved the site to another database: an older file would move it back. */
export function refuseOlderFile({ database }: SiteFile, { database: live }: LiveSite): void {
  if (live === undefined || live === database?.id || live === database?.former) return;
  throw new Stop(
    `The site that is online uses the database ${live}, and this computer's site.json names ${database?.id ?? 'none'}: it is older. Move site.json away and run \`npm run setup\`, which asks the account. Nothing was changed.`,
  );
}

/** What another computer has set since would be set back: it is said, because nobody else could notice. */
export function sayChanges({ settings: live }: LiveSite, settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings))
    if (live[name] !== undefined && live[name] !== value)
      console.log(`  Changes with this deploy: ${name}, from “${live[name]}” to “${value}”`);
}

/** After a failure: which Worker visitors meet now, and whether there is one to go back to. */
export async function sayWhatIsLive(config: string, before: LiveSite): Promise<void> {
  const now = await liveSite(config).catch(() => undefined);
  // An empty Worker, as wrangler makes it to hold a first secret, is not one to go back to.
  const former = before.database ? before.version : undefined;
  if (!now)
    return console.error(
      '\nCloudflare does not say what is live now: npm run wrangler -- deployments status',
    );
  const same = former ? `the Worker ${former}` : 'no Worker of this site';
  if (now.version === before.version)
    return console.error(`\nWhat is live now is what was live before: ${same}.`);
  console.error(
    `\nWhat is live now is the Worker that was just uploaded (${now.version}). The tables may stay as they are: migrations only add.`,
    former
      ? `\nTo go back to the one before it:   npm run wrangler -- rollback ${former}
Its secrets come back with it, as they were then: after \`npm run keys -- add\` it cannot open what the newer key sealed. Secrets can be changed again only after the next deploy.`
      : '\nThere is no earlier Worker to go back to: a rollback would put an empty one online. Correct what is wrong, and deploy again.',
  );
}
