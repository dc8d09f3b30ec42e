import { join } from 'node:path';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getPlatformProxy } from 'wrangler';
import { checkForm } from '../../pages/form.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { enquiries, type NewEnquiry } from '../../worker/database/tables.ts';
import { prepareEnquiry } from '../../worker/intake/store-enquiry.ts';
import { type Keys, keysOf } from '../../worker/sealing/secret-keys.ts';
import { ownConfig } from '../d1.ts';
import { secretNames } from '../secrets.ts';
import { quiet } from '../wrangler.ts';
import { madeUpEnquiries } from './enquiries.ts';

/** How many people ask in the demo's 90 days. */
export const demoSize = 320;
const atOnce = 500;

/** Fills an empty database with made-up enquiries. */
export async function fillDemo(
  state: string,
  envFile: string,
  howMany = demoSize,
  configPath = ownConfig,
): Promise<void> {
  Object.assign(process.env, quiet, { WRANGLER_LOG: 'error' });
  // A value that happens to be set in the terminal would win over the env file.
  for (const name of secretNames) delete process.env[name];
  const site = await getPlatformProxy<Env>({
    configPath,
    envFiles: [envFile],
    // `wrangler dev` adds the version of the format itself.
    persist: { path: join(state, 'v3') },
  });
  try {
    const database = databaseOf(site.env.DB);
    if ((await database.$count(enquiries)) > 0) return;
    const keys = await keysOf(site.env);
    const madeUp = madeUpEnquiries(howMany, Date.now());
    for (let start = 0; start < howMany; start += atOnce) {
      if (start % 5000 === 0) console.log(`Making up enquiries: ${start} of ${howMany} …`);
      const rows = await Promise.all(madeUp.slice(start, start + atOnce).map((one) => toRow(keys, one)));
      await insertAll(site.env.DB, rows);
    }
  } finally {
    await site.dispose();
  }
}

// One statement for all: a statement for each row takes twenty times as long.
async function insertAll(database: D1Database, rows: readonly NewEnquiry[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const records = rows.map((row) =>
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value]),
  );
  const values = names.map((name) => `value ->> '$.${name}'`);
  await database
    .prepare(`insert into enquiries (${names.map(toSnakeCase)}) select ${values} from json_each(?)`)
    .bind(JSON.stringify(records.map((entries) => Object.fromEntries(entries))))
    .run();
}

/** The row that the intake would have stored at that time. */
async function toRow(keys: Keys, madeUp: ReturnType<typeof madeUpEnquiries>[number]): Promise<NewEnquiry> {
  const { formKey, attribution, values, receivedAt, answeredAfter, folder } = madeUp;
  const checked = checkForm(values);
  if ('errors' in checked)
    throw new Error(`a made-up enquiry has mistakes: ${JSON.stringify(checked.errors)}`);
  const row = await prepareEnquiry(keys, { formKey, attribution }, checked);
  if (folder === 'review') return { ...row, receivedAt, stage: 'new', folder, spamSignals: 'trap' };
  const { stage } = madeUp;
  const outcome = { attended: 'first visit', closed: 'no answer' }[String(stage)] ?? null;
  const repliedAt = stage === 'new' ? null : new Date(receivedAt.getTime() + answeredAfter);
  return { ...row, receivedAt, stage, folder, spamSignals: '', outcome, repliedAt, notifiedAt: receivedAt };
}
