import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { displayPhone } from '../../pages/content/phone.ts';
import { checkForm, emptyForm, type Form } from '../../pages/form.ts';
import {
  ChangePage,
  GonePage,
  HeldPage,
  OwnEnquiryPage,
  SurePage,
} from '../../pages/visitor/own-enquiry-page.tsx';
import { deleteEnquiries } from '../enquiries/delete-enquiries.ts';
import { correct, historyOf, withdraw } from '../enquiries/enquiry-history.ts';
import type { UnsealedEnquiry } from '../enquiries/enquiry-list.ts';
import { personTokens } from '../enquiries/person-tokens.ts';
import { cameFromThisSite } from '../http/access/desk-access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { readFormIn } from '../http/enquiry-form.ts';
import { malformed, readBody, textIn } from '../http/read-body.ts';
import { seal } from '../sealing/seal.ts';
import { findOwn, isOwnAddress, triedTooOften } from './find-own-enquiry.ts';

/** The visitor's own link. Nothing about the enquiry shows before they say how they were to be reached. */
export async function showOwnEnquiry(c: Context<AppEnv>) {
  const reference = await guard(c);
  return c.html(<OwnEnquiryPage path={c.req.path} reference={reference} />);
}

export async function changeOwnEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const reference = await guard(c);
  if (!cameFromThisSite(c.req.raw)) throw new HTTPException(403);
  const body = await readBody(c.req.raw);
  const contact = textIn(body, 'contact');
  if (await triedTooOften(c.env.ENQUIRY_LIMIT, keys, reference))
    return askAgain(c, reference, 429, 'There were many tries. Please wait a minute, then try again');
  const enquiry = await findOwn(database, keys, reference, contact);
  if (!enquiry?.answers)
    return askAgain(
      c,
      reference,
      422,
      'I have no enquiry with that. Enter it as you gave it on the form. If you sent it only just now, try again in a few minutes',
    );

  const path = c.req.path;
  const seen = { id: enquiry.id, version: enquiry.version, by: 'visitor' };
  switch (textIn(body, 'action')) {
    case 'change':
      return c.html(<ChangePage path={path} contact={contact} form={filledIn(enquiry)} />);
    case 'correct':
      return saveCorrection(c, enquiry, contact, readFormIn(body));
    case 'withdraw':
      await withdraw(database, seen);
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

async function saveCorrection(
  c: Context<AppEnv>,
  { id, version, consentVersion }: UnsealedEnquiry,
  contact: string,
  form: Form,
) {
  const checked = checkForm({ ...form.values, consent: consentVersion }, form.asked);
  if ('errors' in checked) {
    const again = { ...form, errors: checked.errors };
    return c.html(<ChangePage path={c.req.path} contact={contact} form={again} />, 422);
  }
  const { answers } = checked;
  const { database, keys } = c.var;
  const sealed = await seal(answers, id, keys.ring);
  const { emailToken = null, phoneToken = null } = await personTokens(keys.person, answers);
  const saved = await correct(
    database,
    { id, version, by: 'visitor' },
    { ...sealed, emailToken, phoneToken },
  );
  const words = saved
    ? 'Done. This is what I have now.'
    : 'It changed in the meantime. Please look and try again.';
  return held(c, answers.email || answers.phone, words);
}

async function held(c: Context<AppEnv>, contact: string, done?: string) {
  const { reference = '' } = c.req.param() as { reference?: string };
  const { database, keys } = c.var;
  const enquiry = await findOwn(database, keys, reference, contact);
  if (!enquiry?.answers) return c.notFound();
  const history = await historyOf(database, keys.ring, enquiry.id);
  return c.html(
    <HeldPage
      path={c.req.path}
      reference={reference}
      contact={contact}
      answers={enquiry.answers}
      receivedAt={enquiry.receivedAt}
      consentVersion={enquiry.consentVersion}
      notes={history.filter(({ kind }) => kind === 'note').length}
      withdrawn={enquiry.withdrawnAt !== null}
      {...(done && { done })}
    />,
  );
}

function askAgain(c: Context<AppEnv>, reference: string, status: 422 | 429, mistake: string) {
  if (status === 429) c.header('Retry-After', '60');
  return c.html(<OwnEnquiryPage path={c.req.path} reference={reference} mistake={mistake} />, status);
}

async function guard(c: Context<AppEnv>) {
  c.header('Cache-Control', 'no-store');
  const { reference = '', tag = '' } = c.req.param() as { reference?: string; tag?: string };
  if (!(await isOwnAddress(c.var.keys, reference, tag))) throw new HTTPException(404);
  return reference;
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
