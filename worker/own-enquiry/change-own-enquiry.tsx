import type { Context } from 'hono';
import { displayPhone } from '../../pages/content/phone.ts';
import { emptyForm, type Form, mostInLine } from '../../pages/form.ts';
import { ChangePage, GonePage, OwnEnquiryPage, SurePage } from '../../pages/visitor/own-enquiry-page.tsx';
import { deleteEnquiries } from '../enquiries/delete-enquiries.ts';
import { withdraw } from '../enquiries/enquiry-history.ts';
import type { UnsealedEnquiry } from '../enquiries/enquiry-list.ts';
import { cameFromThisSite } from '../http/access/desk-access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readArrived } from '../http/arrived-body.ts';
import { readFormIn } from '../http/enquiry-form.ts';
import { sendPage } from '../http/published-of.tsx';
import { malformed, textIn, typedIn } from '../http/read-body.ts';
import { triedTooOften } from '../intake/rate-limit.ts';
import { hidesItsSite } from '../intake/second-press.ts';
import { askAgain } from './ask-again.tsx';
import { correctOwnEnquiry } from './correct-own-enquiry.tsx';
import { findOwn } from './find-own-enquiry.ts';
import { requireTag } from './require-tag.ts';
import { held } from './show-held.tsx';

/** The visitor's own link. Nothing about the enquiry shows before they say how they were to be reached. */
export async function showOwnEnquiry(c: Context<AppEnv>) {
  const reference = await guard(c);
  return sendPage(c, <OwnEnquiryPage path={c.req.path} reference={reference} />);
}

export async function changeOwnEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const reference = await guard(c);
  const address = c.req.header('CF-Connecting-IP');
  const tooOften = await triedTooOften(c.env.ENQUIRY_LIMIT, keys, 'own', { reference, address });
  const { fields, trouble } = await readArrived(c.req.raw);
  if (tooOften) return askAgain(c, reference, fields, 'too-often');
  // No other site knows this address, so that a browser which never says where a form comes from may use it.
  if (!cameFromThisSite(c.req.raw) && !hidesItsSite(c.req.raw))
    return askAgain(c, reference, fields, 'other-site');
  if (trouble) return askAgain(c, reference, fields, trouble);
  const [contact = '', ...more] = typedIn(fields, 'contact');
  const action = textIn(fields, 'action');
  // Only there it was typed; on the other pages it is hidden.
  if (more.length > 0 && action === 'see') return askAgain(c, reference, fields, 'twice');
  const enquiry = contact.length > mostInLine ? undefined : await findOwn(database, keys, reference, contact);
  if (!enquiry?.answers) return askAgain(c, reference, fields, 'unknown');

  const path = c.req.path;
  const corrects = action === 'change' || action === 'correct';
  if (corrects && enquiry.withdrawnAt)
    return held(c, contact, 'You took back your consent. Nothing was changed.');
  switch (action) {
    case 'change':
      return sendPage(c, <ChangePage path={path} contact={contact} form={filledIn(enquiry)} />);
    case 'correct':
      return correctOwnEnquiry(c, enquiry, contact, readFormIn(fields));
    case 'withdraw':
      if (!(await withdraw(database, enquiry.id))) return askAgain(c, reference, fields, 'unknown');
      return held(c, contact, 'Done. I will not use your enquiry any more.');
    case 'erase':
      return sendPage(c, <SurePage path={path} reference={reference} contact={contact} />);
    case 'erase-for-good':
      await deleteEnquiries(database, [enquiry.id], {
        why: 'erased by the visitor',
        by: 'visitor',
        at: new Date(),
      });
      return sendPage(c, <GonePage reference={reference} />);
    case 'see':
      return held(c, contact);
    default:
      return malformed();
  }
}

function guard(c: Context<AppEnv>) {
  c.header('Cache-Control', 'no-store');
  return requireTag(c, 'link');
}

/** The form as it would look had the visitor just typed what is held. */
function filledIn({ answers = {}, consentVersion }: UnsealedEnquiry): Form {
  const form = emptyForm('', {});
  const voicemail = answers.voicemail === 'yes' ? 'yes' : '';
  const { phoneRemark, ...typed } = answers;
  const { email = '', phone: stored = '' } = typed;
  const phone = [displayPhone(stored), phoneRemark].filter(Boolean).join(', ');
  const values = { ...form.values, ...typed, voicemail, phone, consent: consentVersion };
  // What is held was asked about when it was sent.
  return { ...form, values, asked: { email, phone } };
}
