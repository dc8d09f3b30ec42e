import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { displayPhone } from '../../pages/content/phone.ts';
import { emptyForm, type Form } from '../../pages/form.ts';
import { ChangePage, GonePage, OwnEnquiryPage, SurePage } from '../../pages/visitor/own-enquiry-page.tsx';
import { deleteEnquiries } from '../enquiries/delete-enquiries.ts';
import { withdraw } from '../enquiries/enquiry-history.ts';
import type { UnsealedEnquiry } from '../enquiries/enquiry-list.ts';
import { cameFromThisSite } from '../http/access/desk-access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readFormIn } from '../http/enquiry-form.ts';
import { malformed, readBody, textIn } from '../http/read-body.ts';
import { routeOf } from '../http/route.ts';
import { triedTooOften } from '../intake/rate-limit.ts';
import { log } from '../log.ts';
import { correctOwnEnquiry } from './correct-own-enquiry.tsx';
import { findOwn } from './find-own-enquiry.ts';
import { requireTag } from './require-tag.ts';
import { held } from './show-held.tsx';

/** The visitor's own link. Nothing about the enquiry shows before they say how they were to be reached. */
export async function showOwnEnquiry(c: Context<AppEnv>) {
  const reference = await guard(c);
  return c.html(<OwnEnquiryPage path={c.req.path} reference={reference} />);
}

export async function changeOwnEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const reference = await guard(c);
  if (!cameFromThisSite(c.req.raw)) {
    logRefused(c, 403, 'elsewhere');
    throw new HTTPException(403);
  }
  const body = await readBody(c.req.raw);
  const contact = textIn(body, 'contact');
  const address = c.req.header('CF-Connecting-IP');
  if (await triedTooOften(c.env.ENQUIRY_LIMIT, keys, 'own', { reference, address })) {
    logRefused(c, 429, 'too-many');
    return askAgain(c, reference, 429, 'There were many tries. Please wait a minute, then try again');
  }
  const enquiry = await findOwn(database, keys, reference, contact);
  if (!enquiry?.answers) {
    logRefused(c, 422, 'wrong-contact');
    return askAgain(c, reference, 422, notFound);
  }

  const path = c.req.path;
  const action = textIn(body, 'action');
  const corrects = action === 'change' || action === 'correct';
  if (corrects && enquiry.withdrawnAt)
    return held(c, contact, 'You took back your consent. Nothing was changed.');
  switch (action) {
    case 'change':
      return c.html(<ChangePage path={path} contact={contact} form={filledIn(enquiry)} />);
    case 'correct':
      return correctOwnEnquiry(c, enquiry, contact, readFormIn(body));
    case 'withdraw':
      if (!(await withdraw(database, enquiry.id)) && !enquiry.withdrawnAt)
        return askAgain(c, reference, 422, notFound);
      return held(c, contact, 'Done. I will not use your enquiry any more.');
    case 'erase':
      return c.html(<SurePage path={path} reference={reference} contact={contact} />);
    case 'erase-for-good':
      await deleteEnquiries(database, [enquiry.id], {
        why: 'erased by the visitor',
        by: 'visitor',
        at: new Date(),
      });
      return c.html(<GonePage reference={reference} />);
    case 'see':
      return held(c, contact);
    default:
      return malformed();
  }
}

const notFound =
  'I have no enquiry with that. Enter it as you gave it on the form. If you sent it only just now, try again in a few minutes';

function logRefused(c: Context<AppEnv>, status: number, refusal: 'elsewhere' | 'too-many' | 'wrong-contact') {
  log({ event: 'request_refused', route: routeOf(c), status, refusal });
}

function askAgain(c: Context<AppEnv>, reference: string, status: 422 | 429, mistake: string) {
  if (status === 429) c.header('Retry-After', '60');
  return c.html(<OwnEnquiryPage path={c.req.path} reference={reference} mistake={mistake} />, status);
}

function guard(c: Context<AppEnv>) {
  c.header('Cache-Control', 'no-store');
  return requireTag(c, 'link');
}

/** The form as it would look had the visitor just typed what is held. */
function filledIn({ answers = {}, consentVersion }: UnsealedEnquiry): Form {
  const form = emptyForm('', {});
  const voicemail = answers.voicemail === 'yes' ? 'yes' : '';
  const { email = '', phone: stored = '', phoneRemark = '' } = answers;
  const phone = [displayPhone(stored), phoneRemark].filter(Boolean).join(', ');
  const values = { ...form.values, ...answers, voicemail, phone, phoneRemark: '', consent: consentVersion };
  // What is held was asked about when it was sent.
  return { ...form, values, asked: { email, phone } };
}
