import type { Context } from 'hono';
import { EnquiryRecord } from '../../pages/practitioner/enquiry.tsx';
import { Inbox } from '../../pages/practitioner/inbox.tsx';
import { countEnquiries, findEnquiry, type Place, pageOfEnquiries } from '../enquiry/list.ts';
import { keysOf } from '../keys.ts';
import { isMailSetUp } from '../notify/mail.ts';
import { countOutbox } from '../notify/outbox.ts';
import type { Site } from '../site.ts';

const pageSize = 25;

export function showInbox(c: Context<Site>) {
  return inbox(c, 200, '');
}

export async function showEnquiry(c: Context<Site>) {
  const { ring } = await keysOf(c.env);
  const enquiry = await findEnquiry(c.env.DB, ring, c.req.param('id') ?? '');
  return enquiry ? c.html(<EnquiryRecord enquiry={enquiry} />) : c.notFound();
}

/** The list, with what is wrong with the day asked for when there is something. */
export async function inbox(c: Context<Site>, status: 200 | 422, since: string, mistake?: string) {
  const { ring } = await keysOf(c.env);
  const [{ rows }, waiting, found] = await Promise.all([
    countEnquiries(c.env.DB, {}),
    countOutbox(c.env.DB),
    pageOfEnquiries(c.env.DB, ring, {}, pageSize + 1, readPlace(c.req.query('before'))),
  ]);
  const shown = found.slice(0, pageSize);
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  const older = last && `/desk?before=${last.receivedAt.getTime()}-${last.row}`;
  return c.html(
    <Inbox
      enquiries={shown}
      total={rows}
      older={older}
      since={since}
      mistake={mistake}
      mailTrouble={mailTrouble(c.env, waiting)}
    />,
    status,
  );
}

function mailTrouble(env: Env, waiting: number): string {
  if (!isMailSetUp(env)) return 'Mail is not set up: nobody is told of new enquiries. Look in here often.';
  if (waiting === 0) return '';
  return waiting === 1
    ? 'The mail about 1 enquiry has not gone out yet.'
    : `The mails about ${waiting} enquiries have not gone out yet.`;
}

/** "1763906400000-42": the moment and row a page ended at. Anything else starts the list anew. */
function readPlace(text = ''): Place | undefined {
  const [, moment, row] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return moment && row ? { receivedAt: new Date(Number(moment)), row: Number(row) } : undefined;
}
