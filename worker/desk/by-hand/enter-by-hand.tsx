import type { Context } from 'hono';
import { ByHandPage, type TakenBy } from '../../../pages/desk/by-hand/by-hand-page.tsx';
import { checkForm, emptyForm } from '../../../pages/form.ts';
import { href, paths } from '../../../pages/paths.ts';
import { recordTaken } from '../../enquiries/enquiry-history.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readFormIn } from '../../http/enquiry-form.ts';
import { readBody, textIn } from '../../http/read-body.ts';
import { insertEnquiry } from '../../intake/insert-enquiry.ts';
import { prepareEnquiry } from '../../intake/store-enquiry.ts';

export function showByHand(c: Context<AppEnv>) {
  return c.render(<ByHandPage form={emptyForm(crypto.randomUUID(), {})} takenBy="phone" />);
}

/** Stored at once and in the inbox: nobody has to be told of it, and no sign of a robot is looked for. */
export async function enterByHand(c: Context<AppEnv>) {
  const { database, keys, practitioner } = c.var;
  const body = await readBody(c.req.raw);
  const form = readFormIn(body);
  const takenBy: TakenBy = textIn(body, 'takenBy') === 'in person' ? 'in person' : 'phone';
  const checked = checkForm(form.values, form.asked);
  if ('errors' in checked) {
    c.status(422);
    return c.render(<ByHandPage form={{ ...form, errors: checked.errors }} takenBy={takenBy} />);
  }
  const now = new Date();
  const { messageToken, nameToken, ...enquiry } = await prepareEnquiry(keys, form, checked, { takenBy });
  await insertEnquiry(database, { ...enquiry, notifiedAt: now });
  await recordTaken(database, { id: enquiry.id, by: practitioner }, takenBy, now);
  return c.redirect(href(paths.record, { id: enquiry.id }), 303);
}
