import { type Headline, headlineFor, headlines } from '../../pages/content/headlines.ts';
import { PrivacyNotice } from '../../pages/visitor/privacy-page.tsx';
import { noticeSettings } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { wordings } from '../database/tables.ts';

interface Wording {
  version: string;
  kind: 'headline' | 'notice';
  words: string;
}

/** The versions of what a visitor is shown today, to be kept with the enquiry. */
export async function versionsShown(env: Env, campaign: string | undefined) {
  const [headline, notice] = await Promise.all([headlineWording(headlineFor(campaign)), noticeWording(env)]);
  return { headlineVersion: headline.version, noticeVersion: notice.version };
}

/** Keeps every wording of today, so that an enquiry can show what was said then after the page has changed. */
export async function saveWordings(env: Env, now: Date): Promise<void> {
  const current = await Promise.all([...Object.values(headlines).map(headlineWording), noticeWording(env)]);
  const rows = current.map((wording) => ({ ...wording, firstSeenAt: now }));
  await databaseOf(env.DB).insert(wordings).values(rows).onConflictDoNothing().run();
}

/** The words of some versions, by version. */
export async function readWordings(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.select().from(wordings);
  return new Map(rows.map(({ version, words }) => [version, words]));
}

function headlineWording(headline: Headline): Promise<Wording> {
  return wordingOf('headline', headline, () => `${headline.heading}\n${headline.lead}`);
}

function noticeWording(env: Env): Promise<Wording> {
  const settings = noticeSettings(env);
  return wordingOf('notice', settings, () => textOf(String(<PrivacyNotice {...settings} />)));
}

const known = new Map<string, Wording>();

/** Made once for what it is made from: every enquiry asks for it. */
async function wordingOf(kind: Wording['kind'], from: object, write: () => string): Promise<Wording> {
  const name = `${kind} ${JSON.stringify(from)}`;
  const found = known.get(name);
  if (found) return found;
  const words = write();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)));
  const version = Buffer.from(digest.subarray(0, 8)).toString('hex');
  const wording = { version, kind, words };
  known.set(name, wording);
  return wording;
}

/** HTML that hono/jsx wrote, as plain text: a line for each block. */
function textOf(html: string): string {
  return html
    .replace(/<\/(h\d|p|li)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity)
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
