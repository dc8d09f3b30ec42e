import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { attributionInAddress } from '../../pages/attribution.ts';
import { emptyForm, type Form } from '../../pages/form.ts';
import { EnquiryPage, type Trouble } from '../../pages/visitor/form-page.tsx';
import { withWords } from '../enquiries/agreed-words.ts';
import type { AppEnv } from '../http/app-env.ts';
import { publishedOf, sendPage } from '../http/published-of.tsx';
import { statusOfTrouble } from '../http/read-body.ts';
import { routeOf } from '../http/route.ts';
import { log } from '../log.ts';
import { type Keys, keysOf } from '../sealing/secret-keys.ts';

/** For somebody whose phone let go of a page with mistakes and now asks for it anew, or who types the address. */
export async function showForm(c: Context<AppEnv>) {
  const attribution = attributionInAddress(c.req.url);
  const keys = await keysOf(c.env).catch(() => undefined);
  if (!keys) throw new HTTPException(503);
  // As of the landing page, and for the same reason: "back" has to find the same form key.
  c.header('Cache-Control', 'private, no-cache');
  return sendForm(c, keys, emptyForm(crypto.randomUUID(), attribution), 'gone', 200);
}

const statusOf = {
  mistakes: 422,
  ...statusOfTrouble,
  'other-site': 403,
  'too-many': 429,
  'not-stored': 503,
  shut: 503,
} as const satisfies Partial<Record<Trouble, number>>;

/** The form alone, with every typed word still in it. */
export function again(
  c: Context<AppEnv>,
  keys: Keys | undefined,
  form: Form,
  trouble: keyof typeof statusOf,
) {
  if (trouble === 'other-site' || trouble === 'too-many') {
    const refusal = trouble === 'other-site' ? 'elsewhere' : trouble;
    log({ event: 'request_refused', route: routeOf(c), status: statusOf[trouble], refusal });
  }
  c.header('Cache-Control', 'no-store');
  if (trouble === 'too-many' || trouble === 'not-stored') c.header('Retry-After', '60');
  if (trouble === 'shut') c.header('Retry-After', '86400');
  return sendForm(c, keys, form, trouble, statusOf[trouble]);
}

async function sendForm(
  c: Context<AppEnv>,
  keys: Keys | undefined,
  form: Form,
  trouble: Trouble,
  status: 200 | (typeof statusOf)[keyof typeof statusOf],
) {
  const published = await publishedOf(c);
  if (trouble === 'shut') return sendPage(c, <EnquiryPage form={form} trouble={trouble} />, status);
  // With nobody to consent to, or nothing to seal it with, the form has no button: what was typed is still there.
  if (!keys || !published) {
    c.header('Retry-After', '60');
    return sendPage(c, <EnquiryPage form={form} trouble="no-button" />, 503);
  }
  const withShown = await withWords(keys, published.practice, form);
  return sendPage(c, <EnquiryPage form={withShown} trouble={trouble} />, status);
}
