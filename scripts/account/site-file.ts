import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { z } from 'zod';
import { Stop } from '../command.ts';
import { root } from '../wrangler.ts';
import { apart } from './retired-settings.ts';

// Everything that makes this copy of the software one practice's site on one Cloudflare account, in one file that git
// ignores. `npm run setup` writes it; another computer's `setup` makes it again by asking the account.

const ends = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  /** When another key took its place as the one that seals. */
  retiredAt: z.optional(z.iso.datetime()),
  /** It was sent to Cloudflare, and no answer said whether it arrived. */
  unsure: z.optional(z.literal(true)),
});

const siteName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and hyphens, 40 at most, a letter first');

const database = z.strictObject({
  name: z.string(),
  id: z.string(),
  /** The id of the one that it takes the place of, since `npm run restore`. */
  former: z.optional(z.string()),
});

export const siteSchema = z.strictObject({
  /** The Worker's name; the names of database and queues come from it. */
  name: siteName,
  /** Cloudflare's id of the account. */
  account: z.string().regex(/^[\da-f]{32}$/, '32 digits and letters from a to f'),
  /** Where data is stored: "eu", or "any" for wherever Cloudflare puts it. */
  where: z.enum(['eu', 'any'], 'Please answer “eu” or “any”'),
  database: z.optional(database),
  /** Variables of wrangler.toml to which this site gives another value. */
  settings: z.record(z.string(), z.string()),
  /** What an earlier release had among them: the next deploy carries it over to the desk. */
  retired: z.optional(z.record(z.string(), z.string())),
  /** How each key on the site's ring ends, in a form that does not give it away; see key-ends.ts. */
  keyEnds: z.record(z.string(), ends),
});

export type SiteFile = z.output<typeof siteSchema>;
export type NamedDatabase = NonNullable<SiteFile['database']>;

/** The path of the file; another one for tests, or for a second site from one copy. */
export function sitePath(): string {
  return process.env.SITE_FILE || join(root, 'site.json');
}

/** The site of this copy; undefined when there is none yet. The variable SITE, as CI has it, goes before the file. */
export function findSite(): SiteFile | undefined {
  const given = process.env.SITE;
  if (given) return parseSite(given, 'the variable SITE');
  const path = sitePath();
  return existsSync(path) ? parseSite(readFileSync(path, 'utf8'), path) : undefined;
}

export function readSite(): SiteFile {
  const site = findSite();
  if (site) return site;
  throw new Stop('This copy knows no site yet: run `npm run setup`, which also finds one on your account.');
}

/** Whether the site is in the variable SITE, which no command can write. */
export function isSiteGiven(): boolean {
  return Boolean(process.env.SITE);
}

/** Writes the whole file or nothing of it: a broken-off run must not leave half of one. */
export function writeSite(site: SiteFile): void {
  if (isSiteGiven()) return;
  const path = sitePath();
  const part = `${path}.part`;
  writeFileSync(part, `${JSON.stringify(siteSchema.parse(site), null, 2)}\n`, { mode: 0o600 });
  renameSync(part, path);
}

function parseSite(text: string, where: string): SiteFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Stop(`${where} is not JSON. Correct it, or delete it and run \`npm run setup\`.`);
  }
  const { data, error } = siteSchema.safeParse(json);
  const [issue] = error?.issues ?? [];
  if (!data)
    throw new Stop(
      `${where}: ${issue?.path.join('.') || 'the file'} is not right: ${issue?.message}. Correct it, or move it away and run \`npm run setup\`, which asks the account.`,
    );
  const { settings, retired } = apart(data.settings);
  const before = { ...data.retired, ...retired };
  const site = { ...data, settings, ...(Object.keys(before).length > 0 && { retired: before }) };
  const known = usualSettings();
  const unknown = Object.keys(site.settings).find((name) => !Object.hasOwn(known, name));
  if (unknown) throw new Stop(`${where}: there is no setting ${unknown}.`);
  return site;
}

/** The variables that wrangler.toml comes with, but for the one that each deploy writes itself. */
export function usualSettings(): Record<string, string> {
  const { vars } = unstable_readConfig({ config: join(root, 'wrangler.toml') });
  const { PRACTICE_COPY: _, ...settings } = vars;
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}
