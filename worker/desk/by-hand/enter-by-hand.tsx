import type { Context } from 'hono';
import { ByHandPage, type TakenBy } from '../../../pages/desk/by-hand/by-hand-page.tsx';
import { checkForm, emptyForm, type Form } from '../../../pages/form.ts';
import type { AppEnv } from '../../app-env.ts';
import { noteTaken } from '../../enquiries/enquiry-history.ts';
import { readFormIn } from '../../http/enquiry-form.ts';
import { readBody, textIn } from '../../http/read-body.ts';
import { insertEnquiry } from '../../intake/insert-enquiry.ts';
import { prepareEnquiry } from '../../intake/store-enquiry.ts';
import { keysOf } from '../../sealing/secret-keys.ts';
import { deskFrame } from '../desk-frame.ts';

export function showByHand(c: Context<AppEnv>) {
  return page(c, emptyForm(crypto.randomUUID(), {}), 'phone', 200);
}

/** Stored at once and in the inbox: nobody has to be told of it, and no vote is cast. */
export async function enterByHand(c: Context<AppEnv>) {
  const body = await readBody(c.req.raw);
  const form = readFormIn(body);
  const takenBy = textIn(body, 'takenBy') === 'in person' ? 'in person' : 'phone';
  const checked = checkForm(form.values);
  if ('errors' in checked) return page(c, { ...form, errors: checked.errors }, takenBy, 422);

  const now = new Date();
  const { messageToken, nameToken, ...enquiry } = await prepareEnquiry(await keysOf(c.env), form, checked, {
    takenBy,
  });
  await insertEnquiry(c.var.database, { ...enquiry, notifiedAt: now });
  await noteTaken(c.var.database, { id: enquiry.id, version: 0, by: c.var.practitioner }, takenBy, now);
  return c.redirect(`/desk/enquiries/${enquiry.id}`, 303);
}

async function page(c: Context<AppEnv>, form: Form, takenBy: TakenBy, status: 200 | 422) {
  return c.html(<ByHandPage frame={await deskFrame(c)} form={form} takenBy={takenBy} />, status);
}
