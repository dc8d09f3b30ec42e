import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { emptyForm, type Form } from '../../pages/form.ts';
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
import { readArrived } from '../http/arrived-body.ts';
import { checkRead, mostInLine, readFormIn } from '../http/enquiry-form.ts';
import { malformed, textIn, typedIn } from '../http/read-body.ts';
import { hidesItsSite } from '../intake/second-press.ts';
import { seal } from '../sealing/seal.ts';
import { askAgain } from './ask-again.tsx';
import { findOwn, isOwnAddress, triedTooOften } from './find-own-enquiry.ts';

/** The visitor's own link. Nothing about the enquiry shows before they say how they were to be reached. */
export async function showOwnEnquiry(c: Context<AppEnv>) {
  const reference = await guard(c);
  return c.html(<OwnEnquiryPage path={c.req.path} reference={reference} />);
}

export async function changeOwnEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const reference = await guard(c);
  const tooOften = await triedTooOften(c.env.ENQUIRY_LIMIT, keys, reference);
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
  const seen = { id: enquiry.id, version: enquiry.version, by: 'visitor' };
  switch (action) {
    case 'change':
      return c.html(<ChangePage path={path} contact={contact} form={filledIn(enquiry)} />);
    case 'correct':
      return saveCorrection(c, enquiry, contact, readFormIn(fields));
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
  const checked = checkRead({ ...form, values: { ...form.values, consent: consentVersion } });
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
  return { ...form, values: { ...form.values, ...answers, voicemail, consent: consentVersion } };
}
