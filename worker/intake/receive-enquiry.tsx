import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { CheckedForm, Form } from '../../pages/form.ts';
import { href, paths } from '../../pages/paths.ts';
import { intakeWaits } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { readAgreed } from '../enquiries/agreed-words.ts';
import type { Shown } from '../enquiries/wordings.tsx';
import { cameFromThisSite } from '../http/access/desk-access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readArrived } from '../http/arrived-body.ts';
import { isCanary } from '../http/canary-token.ts';
import { checkRead, readFormIn, withMistakesInTyped, withoutTicks } from '../http/enquiry-form.ts';
import { publishedOf } from '../http/published-of.tsx';
import { textIn } from '../http/read-body.ts';
import { errorCode, Failure, log } from '../log.ts';
import { acknowledge } from '../notify/acknowledgement.ts';
import { notify } from '../notify/outbox.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import { type Keys, keysOf } from '../sealing/secret-keys.ts';
import { spamSignalsOf } from './detect-spam.ts';
import { sentTooMany } from './rate-limit.ts';
import { hidesItsSite, pressTag } from './second-press.ts';
import { again } from './send-form.tsx';
import { prepareEnquiry, type Stores, storeEnquiry } from './store-enquiry.ts';

export async function receiveEnquiry(c: Context<AppEnv>) {
  // Without usable keys nobody is counted, and nothing can be stored: that is said further down.
  const keys = await keysOf(c.env).catch(() => undefined);
  const tooMany = keys && (await sentTooMany(c.env.ENQUIRY_LIMIT, keys, c.req.header('CF-Connecting-IP')));

  const { fields, trouble } = await readArrived(c.req.raw);
  const { form, isOurs, shown } = await readWhence(c.req.raw, fields, keys);
  const isTest = keys !== undefined && (await isCanary(keys, c.req.raw.headers, form.formKey));
  if (!isTest && (await isShut(c))) return again(c, keys, form, 'shut');
  if (tooMany) return again(c, keys, form, 'too-many');
  if (!isOurs) return again(c, keys, form, 'other-site');

  const checked = checkRead(form);
  if (trouble) return again(c, keys, withMistakesInTyped(form, checked), trouble);
  if ('errors' in checked) return again(c, keys, { ...form, errors: checked.errors }, 'mistakes');
  return store(c, keys, { form, checked, shown, folder: isTest ? 'canary' : 'inbox' });
}

/** How long a form that was handed out before the practitioner shut the site is still taken. */
const stillTaken = 24 * 60 * 60 * 1000;

/** Not where nobody knows: an enquiry that can be stored is. */
async function isShut(c: Context<AppEnv>): Promise<boolean> {
  const published = await publishedOf(c);
  if (!published || published.open) return false;
  return published.shutAt === undefined || Date.now() > published.shutAt + stillTaken;
}

interface Sent {
  form: Form;
  checked: CheckedForm;
  shown: Shown | undefined;
  folder: 'inbox' | 'canary';
}

/** The form, what it was shown with, and whether our own page sent it. A tick that another site has set is taken out again. */
async function readWhence(request: Request, fields: URLSearchParams, keys: Keys | undefined) {
  const read = readFormIn(fields);
  const tag = keys && hidesItsSite(request) ? await pressTag(keys, read.formKey, request) : undefined;
  const tagged = tag ? { ...read, pressTag: tag } : read;
  const isOurs = tag ? await timingSafeEqual(textIn(fields, 'pressTag'), tag) : cameFromThisSite(request);
  if (!isOurs || !keys) return { form: isOurs ? tagged : withoutTicks(tagged), isOurs, shown: undefined };
  return { ...(await readAgreed(keys, tagged, textIn(fields, 'shown'))), isOurs };
}

async function store(c: Context<AppEnv>, keys: Keys | undefined, { form, checked, shown, folder }: Sent) {
  try {
    if (!keys) throw new Failure('secret');
    const spamSignals = await spamSignalsOf(c.env, keys, c.req.raw, form);
    const metadata = { folder, spamSignals, ...shown } as const;
    const stores = { database: databaseOf(c.env.DB), queue: c.env.ENQUIRY_QUEUE, waits: intakeWaits(c.env) };
    const { enquiry, where } = await storeAnew(c, keys, stores, form, checked, metadata);
    const sent = href(paths.sent, {
      reference: enquiry.reference,
      tag: await keyedToken(keys.sent, enquiry.reference),
    });
    const event = where === 'database' ? 'enquiry_stored' : 'enquiry_queued';
    log({ event, reference: enquiry.reference, status: 303 });
    if (event === 'enquiry_stored') {
      c.executionCtx.waitUntil(notify(c.env, enquiry.id));
      c.executionCtx.waitUntil(acknowledge(c.env, enquiry.id));
    }
    return c.redirect(sent, 303);
  } catch (error) {
    log({ event: 'enquiry_not_stored', status: 503, code: errorCode(error) });
    return again(c, keys, form, 'not-stored');
  }
}

/** Somebody who goes back and sends the same again after it was closed or taken back means it: then it is a new one. */
async function storeAnew(
  c: Context<AppEnv>,
  keys: Keys,
  stores: Stores,
  form: Form,
  checked: CheckedForm,
  metadata: Parameters<typeof prepareEnquiry>[3],
) {
  for (let ended = 0; ; ended++) {
    const formKey = ended === 0 ? form.formKey : `${form.formKey} ${ended}`;
    const enquiry = await prepareEnquiry(keys, { ...form, formKey }, checked, metadata);
    const stored = storeEnquiry(stores, enquiry);
    // A phone that drops off now must not take the insert with it.
    c.executionCtx.waitUntil(stored.catch(() => {}));
    const where = await stored;
    if (where !== 'ended') return { enquiry, where };
  }
}
