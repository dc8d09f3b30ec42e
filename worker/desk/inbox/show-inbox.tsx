import type { Context } from 'hono';
import { filterMistake, noFilter, readFilter } from '../../../pages/desk/inbox/filter.ts';
import { Inbox } from '../../../pages/desk/inbox/inbox-page.tsx';
import { Review } from '../../../pages/desk/inbox/review-page.tsx';
import { workingHoursAgo } from '../../../pages/working-hours.ts';
import type { AppEnv } from '../../app-env.ts';
import { remindAfter, workingTimes } from '../../config.ts';
import { countEnquiries, type Place, pageOfEnquiries } from '../../enquiries/enquiry-list.ts';
import { keysOf } from '../../sealing/secret-keys.ts';
import { deskFrame } from '../desk-frame.ts';
import { replyTimeTrouble } from '../reply-time/reply-time-trouble.ts';
import { countFilters } from './filter-counts.ts';
import { searchEnquiries } from './search.ts';

const pageSize = 25;

export async function showInbox(c: Context<AppEnv>) {
  const { env } = c;
  const { database } = c.var;
  const asked = readFilter((name) => c.req.query(name));
  const mistake = filterMistake(asked);
  // A day that is none narrows nothing: better too many enquiries on the screen than none.
  const filter = mistake ? { ...asked, from: '', to: '' } : asked;
  const now = new Date();
  const selection = { folder: 'inbox', filter, lateBefore: lateBefore(env, now) } as const;
  const { ring } = await keysOf(env);
  const before = readPlace(c.req.query('before'));
  const [frame, trouble, counts, { rows: total }, list] = await Promise.all([
    deskFrame(c),
    replyTimeTrouble(env, now),
    countFilters(database, selection),
    countEnquiries(database, selection),
    filter.q
      ? searchEnquiries(database, ring, selection, { q: filter.q, wanted: pageSize, before })
      : newest(c, selection, before),
  ]);
  return c.html(
    <Inbox
      frame={{ ...frame, notices: [...frame.notices, ...(trouble ? [trouble] : [])] }}
      filter={asked}
      mistake={mistake}
      counts={counts}
      lateAfter={remindAfter(env)}
      enquiries={list.enquiries}
      total={total}
      searched={'searched' in list ? list.searched : undefined}
      now={now}
      before={list.next && writePlace(list.next)}
    />,
    mistake ? 422 : 200,
  );
}

export async function showReview(c: Context<AppEnv>) {
  const [frame, { enquiries, next }] = await Promise.all([
    deskFrame(c),
    newest(c, { folder: 'review', filter: noFilter }, readPlace(c.req.query('before'))),
  ]);
  return c.html(
    <Review frame={frame} enquiries={enquiries} now={new Date()} before={next && writePlace(next)} />,
  );
}

/** The moment before which an enquiry must have come to have waited too long. */
export function lateBefore(env: Env, now: Date): Date {
  return workingHoursAgo(remindAfter(env), now, workingTimes(env));
}

async function newest(
  c: Context<AppEnv>,
  selection: Parameters<typeof pageOfEnquiries>[2],
  before: Place | undefined,
) {
  const { ring } = await keysOf(c.env);
  const found = await pageOfEnquiries(c.var.database, ring, selection, pageSize + 1, before);
  const enquiries = found.slice(0, pageSize);
  return { enquiries, next: found.length > pageSize ? enquiries.at(-1) : undefined };
}

/** "1763906400000-42": the moment and row a page ended at. Anything else starts the list anew. */
export function readPlace(text = ''): Place | undefined {
  const [, moment, row] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return moment && row ? { receivedAt: new Date(Number(moment)), sequence: Number(row) } : undefined;
}

function writePlace({ receivedAt, sequence: row }: Place): string {
  return `${receivedAt.getTime()}-${row}`;
}
