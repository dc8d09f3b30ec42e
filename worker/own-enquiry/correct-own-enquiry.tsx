import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { waitingStages } from '../../pages/content/stages.ts';
import type { Form } from '../../pages/form.ts';
import { ChangePage } from '../../pages/visitor/own-enquiry-page.tsx';
import { enquiries } from '../database/tables.ts';
import { correct } from '../enquiries/enquiry-history.ts';
import type { UnsealedEnquiry } from '../enquiries/enquiry-list.ts';
import { personTokens, repeatTokens } from '../enquiries/person-tokens.ts';
import type { AppEnv } from '../http/app-env.ts';
import { checkRead } from '../http/enquiry-form.ts';
import { sendPage } from '../http/published-of.tsx';
import { spamSignalsOf } from '../intake/detect-spam.ts';
import { judged } from '../intake/judge-enquiry.ts';
import { notify } from '../notify/outbox.ts';
import { seal } from '../sealing/seal.ts';
import { held } from './show-held.tsx';

/** What the visitor types in place of what is held is looked at as if it had just been sent. */
export async function correctOwnEnquiry(
  c: Context<AppEnv>,
  enquiry: UnsealedEnquiry,
  contact: string,
  form: Form,
) {
  const checked = checkRead({ ...form, values: { ...form.values, consent: enquiry.consentVersion } });
  if ('errors' in checked) {
    const again = { ...form, errors: checked.errors };
    return sendPage(c, <ChangePage path={c.req.path} contact={contact} form={again} />, 422);
  }
  const { answers } = checked;
  const { database, keys } = c.var;
  const sealed = await seal(answers, enquiry.id, keys.ring);
  const { messageToken = null, nameToken = null } = await repeatTokens(keys.repeat, answers);
  const { emailToken = null, phoneToken = null } = await personTokens(keys.person, answers);
  const tokens = { messageToken, nameToken, emailToken, phoneToken };
  // Those it came with stay: a clean correction is no way out of Review.
  const found = (await spamSignalsOf(c.env, keys, c.req.raw, form)).split(' ');
  const known = [...new Set([...enquiry.spamSignals, ...found])].join(' ').trim();
  const now = new Date();
  const { spamSignals, isSuspect } = judged({ id: enquiry.id, ...tokens, spamSignals: known }, now);
  // Nor is a correction a way around it, unless somebody has looked at the enquiry and works on it.
  const untouched = and(inArray(enquiries.stage, waitingStages), isNull(enquiries.movedAt));
  const folder = sql`iif(${enquiries.folder} = 'inbox' and ${untouched} and ${isSuspect}, 'review', ${enquiries.folder})`;
  const fields = { ...sealed, ...tokens, spamSignals, folder };
  if (!(await correct(database, enquiry, fields, now))) {
    const problem =
      'Nothing is saved yet, because your enquiry was changed while you had it open. Please press the button again.';
    return sendPage(c, <ChangePage path={c.req.path} contact={contact} form={form} problem={problem} />, 409);
  }
  c.executionCtx.waitUntil(notify(c.env, enquiry.id, now));
  return held(c, answers.email || answers.phone, 'Done. This is what I have now.');
}
