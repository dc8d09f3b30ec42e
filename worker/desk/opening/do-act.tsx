import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { testMail } from '../../../pages/content/mails.ts';
import { type ActName, testMailSent } from '../../../pages/content/opening.ts';
import { paths } from '../../../pages/paths.ts';
import { toldByMail } from '../../config.ts';
import type { Database } from '../../database/client.ts';
import { openingActs } from '../../database/tables.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBody, textIn } from '../../http/read-body.ts';
import { errorCode, log } from '../../log.ts';
import { send } from '../../notify/mail.ts';
import { readSettings } from '../../practice/settings.ts';
import { keyedToken } from '../../sealing/keyed-token.ts';
import { newestKey } from '../../sealing/newest-key.ts';
import type { Keys } from '../../sealing/secret-keys.ts';
import { isAct } from './read-opening.ts';
import { openingPage } from './show-opening.tsx';

/** Notes that something is done, or that it is not after all. What can be proved has to be. */
export async function doAct(c: Context<AppEnv>) {
  const fields = await readBody(c.req.raw);
  const name = c.req.param('name') ?? '';
  if (!isAct(name)) return c.notFound();
  const { database, practitioner } = c.var;
  const done = textIn(fields, 'done') === 'yes';
  const typed = textIn(fields, `typed-${name}`).trim();
  const mailTo = toldByMail(await readSettings(database), c.env);
  const mistake = done ? await mistakeIn(c, name, typed, mailTo) : undefined;
  if (mistake) {
    c.status(422);
    return openingPage(c, { mistakes: { [name]: { mistake, typed } } });
  }
  await database.delete(openingActs).where(eq(openingActs.name, name)).run();
  // What it was shown of: another key, or another address, has to be shown anew.
  const shown: Partial<Record<ActName, string | undefined>> = {
    keys: newestKey(c.env)?.id,
    testMail: mailTo,
  };
  if (done) await note(database, name, practitioner, shown[name]);
  return c.redirect(`${paths.opening}#${name}`, 303);
}

async function note(database: Database, name: string, by: string, detail = '') {
  const row = { name, by, detail, at: new Date() };
  await database
    .insert(openingActs)
    .values(row)
    .onConflictDoUpdate({ target: openingActs.name, set: row })
    .run();
}

async function mistakeIn(
  { env, var: { database, keys } }: Context<AppEnv>,
  name: ActName,
  typed: string,
  mailTo: string,
) {
  if (name === 'keys') {
    const end = newestKey(env)?.end;
    return end && (await timingSafeEqual(typed.slice(-6), end))
      ? undefined
      : 'That is not how the newest sealing key ends. Copy its last six characters from your password manager';
  }
  if (name !== 'testMail') return undefined;
  return (await isCode(database, keys, { typed, mailTo }))
    ? undefined
    : 'That is not the code of the newest test mail to this address, or it is older than an hour. Send another, and copy the code';
}

const codeLives = 60 * 60 * 1000;
/** Without letters and digits that look like others. */
const letters = '23456789CDFGHJKMNPQRTVWX';

/** Mails a code that comes back only from somebody who has read that mail. */
export async function sendTestMail(c: Context<AppEnv>) {
  const { database, keys, practitioner } = c.var;
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  const code = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  const to = toldByMail(await readSettings(database), c.env);
  await note(database, testMailSent, practitioner, await tokenOf(keys, to, code));
  try {
    await send(c.env, { to, mail: testMail(code) });
  } catch (error) {
    log({ event: 'notify_failed', code: errorCode(error) });
    c.status(503);
    return openingPage(c, {
      problem:
        'The test mail was not taken. Look whether the address in your settings is right, and whether mail is set up (docs/launch.md, step 3).',
    });
  }
  return c.redirect(`${paths.opening}#testMail`, 303);
}

async function isCode(database: Database, keys: Keys, { typed, mailTo }: { typed: string; mailTo: string }) {
  const [sent] = await database.select().from(openingActs).where(eq(openingActs.name, testMailSent));
  if (!sent || Date.now() - sent.at.getTime() > codeLives) return false;
  return timingSafeEqual(sent.detail, await tokenOf(keys, mailTo, typed.toUpperCase()));
}

/** A code proves the address that it was sent to, and no other. */
function tokenOf({ code: key }: Keys, to: string, code: string): Promise<string> {
  return keyedToken(key, `${code} ${to}`);
}
