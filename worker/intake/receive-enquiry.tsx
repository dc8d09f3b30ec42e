import type { Context } from 'hono';
import { attributionInAddress, withAttribution } from '../../pages/attribution.ts';
import { checkForm, type Form } from '../../pages/form.ts';
import { href, paths } from '../../pages/paths.ts';
import { EnquiryPage, type Trouble } from '../../pages/visitor/form-page.tsx';
import { intakeWaits } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { versionsShown } from '../enquiries/wordings.tsx';
import { cameFromThisSite } from '../http/access/desk-access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readForm } from '../http/enquiry-form.ts';
import { routeOf } from '../http/route.ts';
import { errorCode, log } from '../log.ts';
import { acknowledge } from '../notify/acknowledgement.ts';
import { notify } from '../notify/outbox.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import { keysOf } from '../sealing/secret-keys.ts';

import { isCanary } from './canary-token.ts';
import { spamSignalsOf } from './detect-spam.ts';
import { sentTooMany } from './rate-limit.ts';
import { prepareEnquiry, storeEnquiry } from './store-enquiry.ts';

/** Somebody who reloads the address of a page with mistakes, or types it, gets an empty form. */
export function showForm(c: Context<AppEnv>) {
  return c.redirect(withAttribution('/#enquiry', attributionInAddress(c.req.url)), 303);
}

export async function receiveEnquiry(c: Context<AppEnv>) {
  const form = await readForm(c.req.raw);
  if (!cameFromThisSite(c.req.raw)) return again(c, form, 'other-site');

  const checked = checkForm(form.values, form.asked);
  if ('errors' in checked) return again(c, { ...form, errors: checked.errors }, 'mistakes');

  try {
    const keys = await keysOf(c.env);
    if (await sentTooMany(c.env.ENQUIRY_LIMIT, keys, c.req.header('CF-Connecting-IP')))
      return again(c, form, 'too-many');

    const folder = (await isCanary(keys, c.req.raw.headers, form.formKey)) ? 'canary' : 'inbox';
    // Nice to have: an enquiry without it is still an enquiry.
    const shown = await versionsShown(c.env, form.attribution.c).catch(() => ({}));
    const spamSignals = await spamSignalsOf(c.env, keys, c.req.raw, form);
    const metadata = { folder, spamSignals, ...shown } as const;
    const enquiry = await prepareEnquiry(keys, form, checked, metadata);
    const sent = href(paths.sent, {
      reference: enquiry.reference,
      tag: await keyedToken(keys.sent, enquiry.reference),
    });
    const stores = { database: databaseOf(c.env.DB), queue: c.env.ENQUIRY_QUEUE, waits: intakeWaits(c.env) };
    const stored = storeEnquiry(stores, enquiry);
    // A phone that drops off now must not take the insert with it.
    c.executionCtx.waitUntil(stored.catch(() => {}));
    const event = (await stored) === 'database' ? 'enquiry_stored' : 'enquiry_queued';
    log({ event, reference: enquiry.reference, status: 303 });
    if (event === 'enquiry_stored') {
      c.executionCtx.waitUntil(notify(c.env, enquiry.id));
      c.executionCtx.waitUntil(acknowledge(c.env, enquiry.id));
    }
    return c.redirect(sent, 303);
  } catch (error) {
    log({ event: 'enquiry_not_stored', status: 503, code: errorCode(error) });
    return again(c, form, 'not-stored');
  }
}

const statusOf = {
  mistakes: 422,
  'other-site': 403,
  'too-many': 429,
  'not-stored': 503,
} as const satisfies Record<Trouble, number>;

/** The form alone, with every typed word still in it. */
function again(c: Context<AppEnv>, form: Form, trouble: Trouble) {
  if (trouble === 'other-site' || trouble === 'too-many') {
    const refusal = trouble === 'other-site' ? 'elsewhere' : trouble;
    log({ event: 'request_refused', route: routeOf(c), status: statusOf[trouble], refusal });
  }
  c.header('Cache-Control', 'no-store');
  if (trouble === 'too-many' || trouble === 'not-stored') c.header('Retry-After', '60');
  return c.html(<EnquiryPage form={form} trouble={trouble} />, statusOf[trouble]);
}
