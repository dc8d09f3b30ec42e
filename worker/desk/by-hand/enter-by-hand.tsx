import type { Context } from 'hono';
import { ByHandPage, type TakenBy } from '../../../pages/desk/by-hand/by-hand-page.tsx';
import { emptyForm, type Form } from '../../../pages/form.ts';
import { href, paths } from '../../../pages/paths.ts';
import { readAgreed, withWords } from '../../enquiries/agreed-words.ts';
import { recordTaken } from '../../enquiries/enquiry-history.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readArrived } from '../../http/arrived-body.ts';
import { checkRead, readFormIn, withMistakesInTyped } from '../../http/enquiry-form.ts';
import { practiceOf } from '../../http/published-of.tsx';
import { statusOfTrouble, textIn } from '../../http/read-body.ts';
import { insertEnquiry } from '../../intake/insert-enquiry.ts';
import { prepareEnquiry } from '../../intake/store-enquiry.ts';

export async function showByHand(c: Context<AppEnv>) {
  const form = await withWordsOfNow(c, emptyForm(crypto.randomUUID(), {}));
  return c.render(<ByHandPage form={form} takenBy="phone" />);
}

/** Stored at once and in the inbox: nobody has to be told of it, and no sign of a robot is looked for. */
export async function enterByHand(c: Context<AppEnv>) {
  const { database, keys, practitioner } = c.var;
  const { fields, trouble } = await readArrived(c.req.raw);
  const { form } = await readAgreed(keys, readFormIn(fields), textIn(fields, 'shown'));
  const takenBy: TakenBy = textIn(fields, 'takenBy') === 'in person' ? 'in person' : 'phone';
  const checked = checkRead(form);
  if (trouble) {
    c.status(statusOfTrouble[trouble]);
    const again = await withWordsOfNow(c, withMistakesInTyped(form, checked));
    return c.render(<ByHandPage form={again} takenBy={takenBy} trouble={trouble} />);
  }
  if ('errors' in checked) {
    c.status(422);
    const again = await withWordsOfNow(c, { ...form, errors: checked.errors });
    return c.render(<ByHandPage form={again} takenBy={takenBy} />);
  }
  const now = new Date();
  const { messageToken, nameToken, ...enquiry } = await prepareEnquiry(keys, form, checked, { takenBy });
  await insertEnquiry(database, { ...enquiry, notifiedAt: now });
  await recordTaken(database, { id: enquiry.id, by: practitioner }, takenBy, now);
  return c.redirect(href(paths.record, { id: enquiry.id }), 303);
}

async function withWordsOfNow(c: Context<AppEnv>, form: Form) {
  return withWords(c.var.keys, await practiceOf(c), form);
}
