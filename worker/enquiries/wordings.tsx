import { inArray } from 'drizzle-orm';
import { timingSafeEqual } from 'hono/utils/buffer';
import { consentWords, formerConsents } from '../../pages/content/consent.ts';
import { type Headline, headlineFor, headlines } from '../../pages/content/headlines.ts';
import { type Practice, PracticeContext } from '../../pages/practice.ts';
import { PrivacyNotice } from '../../pages/visitor/privacy-page.tsx';
import type { Database } from '../database/client.ts';
import { wordings } from '../database/tables.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';

/** The versions of the words that a form was shown with. */
export interface Shown {
  headlineVersion: string;
  noticeVersion: string;
  consentVersion: string;
  /** Since when what visitors were told about storing had counted. */
  toldAt: Date;
}

type Wording = Pick<typeof wordings.$inferSelect, 'version' | 'kind' | 'words'>;

/** What a visitor is shown now. */
export async function shownNow(practice: Practice, campaign: string | undefined): Promise<Shown> {
  const [headline, notice, consent] = await Promise.all([
    headlineWording(headlineFor(campaign)),
    noticeWording(practice),
    consentWording(practice),
  ]);
  return {
    headlineVersion: headline.version,
    noticeVersion: notice.version,
    consentVersion: consent.version,
    toldAt: new Date(practice.settingsSince),
  };
}

/** Travels with the form, so that what its sender saw is known even if the words have changed since and D1 is down. */
export async function shownToken(keys: Keys, shown: Shown): Promise<string> {
  const { headlineVersion, noticeVersion, consentVersion, toldAt } = shown;
  const told = toldAt.getTime().toString(36);
  const versions = [headlineVersion, noticeVersion, consentVersion, told].join('.');
  return `${versions}.${await keyedToken(keys.shown, versions)}`;
}

/** What is in a token that we made; undefined for any other. */
export async function readShown(keys: Keys, token: string): Promise<Shown | undefined> {
  const [headlineVersion = '', noticeVersion = '', consentVersion = '', told = ''] = token.split('.');
  const toldAt = new Date(Number.parseInt(told, 36) || 0);
  const shown = { headlineVersion, noticeVersion, consentVersion, toldAt };
  return (await timingSafeEqual(token, await shownToken(keys, shown))) ? shown : undefined;
}

/** Stores every wording of now, so that an enquiry can show what was said then after the page has changed. */
export async function saveWordings(database: Database, practice: Practice, now: Date): Promise<void> {
  const current = await Promise.all([
    ...Object.values(headlines).map(headlineWording),
    noticeWording(practice),
    consentWording(practice),
  ]);
  const rows = current.map((wording) => ({ ...wording, firstSeenAt: now }));
  await database.insert(wordings).values(rows).onConflictDoNothing().run();
}

/** The words of some versions, by version. */
export async function readWordings(
  database: Database,
  versions: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(versions.flatMap((version) => version ?? []))];
  // D1 takes 100 parameters.
  const rows = await database
    .select()
    .from(wordings)
    .where(inArray(wordings.version, wanted.slice(0, 90)));
  return new Map([
    ...Object.entries(formerConsents),
    ...rows.map(({ version, words }) => [version, words] as const),
  ]);
}

function headlineWording(headline: Headline): Promise<Wording> {
  return wordingOf('headline', headline.title, () => `${headline.heading}\n${headline.lead}`);
}

function noticeWording(practice: Practice): Promise<Wording> {
  return wordingOf('notice', practice.version, () =>
    textOf(
      String(
        <PracticeContext.Provider value={practice}>
          <PrivacyNotice />
        </PracticeContext.Provider>,
      ),
    ),
  );
}

function consentWording(practice: Practice): Promise<Wording> {
  return wordingOf('consent', practice.version, () => consentWords(practice));
}

const known = new Map<string, Wording>();
/** Versions of the practice that one isolate meets are few. */
const mostKnown = 100;

/** Made once for what it is made from: every enquiry asks for it. */
async function wordingOf(kind: Wording['kind'], from: string, write: () => string): Promise<Wording> {
  const name = `${kind} ${from}`;
  const found = known.get(name);
  if (found) return found;
  const words = write();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)));
  const version = Buffer.from(digest.subarray(0, 8)).toString('hex');
  const wording = { version, kind, words };
  if (known.size >= mostKnown) known.clear();
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
