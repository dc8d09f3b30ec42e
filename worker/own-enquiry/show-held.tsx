import type { Context } from 'hono';
import { HeldPage } from '../../pages/visitor/own-enquiry-page.tsx';
import { historyOf } from '../enquiries/read-history.ts';
import { readWordings } from '../enquiries/wordings.tsx';
import type { AppEnv } from '../http/app-env.ts';
import { sendPage } from '../http/published-of.tsx';
import { findOwn } from './find-own-enquiry.ts';

/** What is held now, and what was just done, in words. */
export async function held(c: Context<AppEnv>, contact: string, done?: string) {
  const { reference = '' } = c.req.param() as { reference?: string };
  const { database, keys } = c.var;
  const enquiry = await findOwn(database, keys, reference, contact);
  if (!enquiry?.answers) return c.notFound();
  const history = await historyOf(database, keys.ring, enquiry.id);
  const words = await readWordings(database, [enquiry.consentVersion]);
  return sendPage(
    c,
    <HeldPage
      path={c.req.path}
      reference={reference}
      contact={contact}
      answers={enquiry.answers}
      receivedAt={enquiry.receivedAt}
      agreedTo={words.get(enquiry.consentVersion)}
      notes={history.filter(({ kind }) => kind === 'note').length}
      withdrawn={enquiry.withdrawnAt !== null}
      {...(done && { done })}
    />,
  );
}
