import type { Context } from 'hono';
import { isAlarmKind } from '../../pages/content/alarms.ts';
import { EnquiryRecord } from '../../pages/practitioner/enquiry.tsx';
import { Inbox } from '../../pages/practitioner/inbox.tsx';
import { Review } from '../../pages/practitioner/review.tsx';
import { StatusPage } from '../../pages/practitioner/status.tsx';
import { countEnquiries, findEnquiry, type Place, pageOfEnquiries, type Selection } from '../enquiry/list.ts';
import { moveToInbox } from '../enquiry/review.ts';
import { keysOf } from '../keys.ts';
import { clearAlarm } from '../notify/alarms.ts';
import { notify } from '../notify/outbox.ts';
import { readStatus } from '../notify/status.ts';
import type { Site } from '../site.ts';
import { deskFrame } from './desk-frame.ts';

const pageSize = 25;

export function showInbox(c: Context<Site>) {
  return inbox(c, 200, '');
}

export async function showReview(c: Context<Site>) {
  const [frame, list] = await Promise.all([deskFrame(c.env), listPage(c, { folder: 'review' })]);
  return c.html(<Review frame={frame} {...list} />);
}

export async function showEnquiry(c: Context<Site>) {
  const { ring } = await keysOf(c.env);
  const enquiry = await findEnquiry(c.env.DB, ring, c.req.param('id') ?? '');
  if (!enquiry) return c.notFound();
  return c.html(<EnquiryRecord frame={await deskFrame(c.env)} enquiry={enquiry} />);
}

/** Out of Review, which also tells the practitioner of it as of any other enquiry. */
export async function rescueEnquiry(c: Context<Site>) {
  const id = c.req.param('id') ?? '';
  if (await moveToInbox(c.env.DB, id)) c.executionCtx.waitUntil(notify(c.env, id));
  return c.redirect('/desk/review', 303);
}

export async function showStatus(c: Context<Site>) {
  const [frame, status] = await Promise.all([deskFrame(c.env), readStatus(c.env.DB)]);
  return c.html(<StatusPage frame={frame} status={status} />);
}

/** The practitioner has seen to an alarm. If its cause is still there, it is raised again. */
export async function endAlarm(c: Context<Site>) {
  const kind = c.req.param('kind') ?? '';
  if (!isAlarmKind(kind)) return c.notFound();
  await clearAlarm(c.env.DB, kind);
  return c.redirect('/desk/status', 303);
}

/** The list, with what is wrong with the day asked for when there is something. */
export async function inbox(c: Context<Site>, status: 200 | 422, since: string, mistake?: string) {
  const [frame, { rows }, list] = await Promise.all([
    deskFrame(c.env),
    countEnquiries(c.env.DB, { folder: 'inbox' }),
    listPage(c, { folder: 'inbox' }),
  ]);
  return c.html(<Inbox frame={frame} total={rows} since={since} mistake={mistake} {...list} />, status);
}

/** One page of a list, and the address of the next when there is one. */
async function listPage(c: Context<Site>, selection: Selection) {
  const { ring } = await keysOf(c.env);
  const place = readPlace(c.req.query('before'));
  const found = await pageOfEnquiries(c.env.DB, ring, selection, pageSize + 1, place);
  const enquiries = found.slice(0, pageSize);
  const last = found.length > pageSize ? enquiries.at(-1) : undefined;
  const older = last && `${c.req.path}?before=${last.receivedAt.getTime()}-${last.row}`;
  return { enquiries, older, now: new Date() };
}

/** "1763906400000-42": the moment and row a page ended at. Anything else starts the list anew. */
function readPlace(text = ''): Place | undefined {
  const [, moment, row] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return moment && row ? { receivedAt: new Date(Number(moment)), row: Number(row) } : undefined;
}
