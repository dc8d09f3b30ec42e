import { and, eq } from 'drizzle-orm';
import type { CanaryStep } from '../pages/content/alarms.ts';
import { askedNames, fromNames, questions } from '../pages/content/questions.ts';
import { paths } from '../pages/paths.ts';
import { app } from './app.ts';
import { isMailSetUp } from './config.ts';
import { databaseOf } from './database/client.ts';
import { enquiries } from './database/tables.ts';
import { canaryHeaders } from './http/canary-token.ts';
import { errorCode, Failure, log } from './log.ts';
import { clearAlarm, raiseAlarm } from './notify/raise-alarm.ts';
import { isDue } from './notify/untold.ts';
import { type Reference, readReference } from './reference.ts';
import { unseal } from './sealing/seal.ts';
import { type Keys, keysOf } from './sealing/secret-keys.ts';

/** Sends a test enquiry as a visitor would, looks whether it arrived, and deletes it. Rejects when it did not. */
export async function sendCanary(env: Env, now: Date, context: ExecutionContext): Promise<void> {
  const failed = await tryCanary(env, now, context).catch(
    (error): CanaryStep => (errorCode(error) === 'secret' ? 'keys' : 'broken'),
  );
  if (!failed) return clearAlarm(databaseOf(env.DB), 'canary');
  log({ event: 'canary_failed', step: failed });
  await raiseAlarm(env, 'canary', failed, now);
  throw new Failure('canary');
}

/** The step at which it failed; undefined when all is well. */
async function tryCanary(env: Env, now: Date, context: ExecutionContext): Promise<CanaryStep | undefined> {
  const ask = (path: string, init: RequestInit = {}) => {
    const address = new URL(path, env.SITE_URL || 'https://localhost');
    return app.request(
      address.href,
      { ...init, headers: { ...browserHeaders, ...init.headers } },
      env,
      context,
    );
  };
  const keys = await keysOf(env);
  const page = await ask('/', { headers: await canaryHeaders(keys) });
  const html = await page.text();
  const [, formKey] = /name="formKey" value="([\w-]+)"/.exec(html) ?? [];
  const [, shown, consent] = /name="shown" value="((?:\w+\.){2}(\w+)\.\w+\.[\w-]+)"/.exec(html) ?? [];
  if (page.status !== 200 || !formKey || !shown || !consent) return 'page';

  const sent = await ask(paths.enquiry, {
    method: 'POST',
    body: new URLSearchParams({ ...testValues, formKey, shown, consent }),
    headers: await canaryHeaders(keys, formKey),
  });
  const [, path, text = ''] = /^(\/sent\/(\w+)\/.+)$/.exec(sent.headers.get('Location') ?? '') ?? [];
  const reference = readReference(text);
  if (sent.status !== 303 || !path || !reference) return 'refused';
  if ((await ask(path)).status !== 200) return 'sentPage';

  const failed = await look(env, keys, reference, now);
  try {
    // Also those of days before that the queue brought late.
    await databaseOf(env.DB).delete(enquiries).where(eq(enquiries.folder, 'canary')).run();
  } catch {
    return failed ?? 'notDeleted';
  }
  return failed;
}

async function look(env: Env, keys: Keys, reference: Reference, now: Date): Promise<CanaryStep | undefined> {
  const database = databaseOf(env.DB);
  const mine = and(eq(enquiries.reference, reference), eq(enquiries.folder, 'canary'));
  const [row] = await database.select().from(enquiries).where(mine);
  if (!row) return 'notStored';
  const answers = await unseal(row, keys.ring);
  if (answers?.email !== testValues.email || answers.message !== testValues.message) return 'unreadable';
  if (row.spamSignals !== '') return 'review';
  const due = await database.$count(enquiries, and(mine, isDue(now, ['canary'])));
  return due === 1 && isMailSetUp(env) ? undefined : 'notNotified';
}

const testValues = fromNames(askedNames, (name) => questions[name].example);

const browserHeaders = {
  Accept: 'text/html',
  'Accept-Language': 'en-GB',
  'User-Agent': 'Mozilla/5.0 (canary)',
  'Sec-Fetch-Site': 'same-origin',
};
