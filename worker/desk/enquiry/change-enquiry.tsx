import type { Context } from 'hono';
import { isMove, moves } from '../../../pages/content/stages.ts';
import { EnquiryRecord } from '../../../pages/desk/enquiry/enquiry-page.tsx';
import { href, paths } from '../../../pages/paths.ts';
import {
  addNote,
  extendRetention,
  handOver,
  moveStage,
  moveToInbox,
  type Seen,
} from '../../enquiries/enquiry-history.ts';
import { findEnquiry } from '../../enquiries/enquiry-list.ts';
import { samePersonAs } from '../../enquiries/find-same-person.ts';
import { historyOf } from '../../enquiries/read-history.ts';
import { readWordings } from '../../enquiries/wordings.tsx';
import type { AppEnv } from '../../http/app-env.ts';
import { cleanText, malformed, readBody, textIn } from '../../http/read-body.ts';
import { notify } from '../../notify/outbox.ts';

const longestNote = 2000;

export function showEnquiry(c: Context<AppEnv>) {
  return record(c, 200);
}

export async function changeStage(c: Context<AppEnv>) {
  const body = await readBody(c.req.raw);
  const move = textIn(body, 'move');
  if (!isMove(move)) return malformed();
  const seen = readSeen(c, body);
  if (await moveStage(c.var.database, seen, move)) return back(c, seen);
  const enquiry = await find(c);
  const { stage, outcome = null } = moves[move];
  // A second tap on the same button has nothing left to do.
  const done = enquiry?.stage === stage && enquiry.outcome === outcome;
  return done ? back(c, seen) : conflict(c);
}

export async function saveNote(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const body = await readBody(c.req.raw);
  const note = cleanText(textIn(body, 'note')).trim();
  if (note === '') return record(c, 422, { problem: 'Type a note first.' });
  if (note.length > longestNote)
    return record(c, 422, { note, problem: `A note can have ${longestNote} characters at most.` });
  const seen = readSeen(c, body);
  return (await addNote(database, keys.ring, seen, note)) ? back(c, seen) : conflict(c, note);
}

export async function extendEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const body = await readBody(c.req.raw);
  const reason = cleanText(textIn(body, 'reason')).trim();
  if (reason === '') return record(c, 422, { problem: 'Say why it has to stay.' });
  if (reason.length > longestNote)
    return record(c, 422, { problem: `A reason can have ${longestNote} characters at most.` });
  const extended = await extendRetention(database, keys.ring, readSeen(c, body), reason);
  return extended ? c.redirect(paths.deletions, 303) : conflict(c, reason);
}

export async function handOverEnquiry(c: Context<AppEnv>) {
  const seen = readSeen(c, await readBody(c.req.raw));
  if (await handOver(c.var.database, seen)) return back(c, seen);
  // A second tap has nothing left to do.
  return (await find(c))?.handedOverAt ? back(c, seen) : conflict(c);
}

/** Out of Review, which also tells the practitioner of it as of any other enquiry. */
export async function rescueEnquiry(c: Context<AppEnv>) {
  const seen = readSeen(c, await readBody(c.req.raw));
  if (await moveToInbox(c.var.database, seen)) {
    c.executionCtx.waitUntil(notify(c.env, seen.id));
    return c.redirect(paths.review, 303);
  }
  const enquiry = await find(c);
  return enquiry?.folder === 'inbox' ? c.redirect(paths.review, 303) : conflict(c);
}

function conflict(c: Context<AppEnv>, note = '') {
  return record(c, 409, {
    note,
    problem:
      'This enquiry was changed while you had it open, on another screen or by somebody else. Below is how it is now. Please look, and then do it again.',
  });
}

async function record(
  c: Context<AppEnv>,
  status: 200 | 409 | 422,
  trouble: { note?: string; problem?: string } = {},
) {
  const { database, keys } = c.var;
  const enquiry = await find(c);
  if (!enquiry) return c.notFound();
  const [history, samePerson, wordings] = await Promise.all([
    historyOf(database, keys.ring, enquiry.id),
    samePersonAs(database, enquiry),
    readWordings(database),
  ]);
  c.status(status);
  return c.render(<EnquiryRecord {...{ enquiry, history, samePerson, wordings, ...trouble }} />);
}

function find(c: Context<AppEnv>) {
  return findEnquiry(c.var.database, c.var.keys.ring, c.req.param('id') ?? '');
}

function readSeen(c: Context<AppEnv>, body: FormData | URLSearchParams): Seen {
  const version = textIn(body, 'version');
  if (!/^\d{1,9}$/.test(version)) return malformed();
  return { id: c.req.param('id') ?? '', version: Number(version), by: c.var.practitioner };
}

function back(c: Context<AppEnv>, { id }: Seen) {
  return c.redirect(href(paths.record, { id }), 303);
}
