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
import { malformed, numberIn, readBody, textIn } from '../../http/read-body.ts';
import { notify } from '../../notify/outbox.ts';
import { readTypedWords } from './typed-words.ts';

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
  const { fields, words: note, mistake } = await readTypedWords(c.req.raw, 'note', 'Type a note first.');
  if (mistake) return record(c, mistake.status, { note, problem: mistake.problem });
  const seen = readSeen(c, fields);
  return (await addNote(database, keys.ring, seen, note)) ? back(c, seen) : conflict(c, { note });
}

export async function extendEnquiry(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const { fields, words, mistake } = await readTypedWords(c.req.raw, 'reason', 'Say why it has to stay.');
  if (mistake) return record(c, mistake.status, { reason: words, problem: mistake.problem });
  const extended = await extendRetention(database, keys.ring, readSeen(c, fields), words);
  return extended ? c.redirect(paths.deletions, 303) : conflict(c, { reason: words });
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

function conflict(c: Context<AppEnv>, typed: { note?: string; reason?: string } = {}) {
  return record(c, 409, {
    ...typed,
    problem:
      'This enquiry was changed while you had it open, on another screen or by somebody else. Below is how it is now. Please look, and then do it again.',
  });
}

async function record(
  c: Context<AppEnv>,
  status: 200 | 400 | 409 | 413 | 422,
  trouble: { note?: string; reason?: string; problem?: string } = {},
) {
  const { database, keys } = c.var;
  const enquiry = await find(c);
  if (!enquiry) return c.notFound();
  const [history, samePerson, wordings] = await Promise.all([
    historyOf(database, keys.ring, enquiry.id),
    samePersonAs(database, enquiry),
    readWordings(database, [enquiry.headlineVersion, enquiry.noticeVersion, enquiry.consentVersion]),
  ]);
  c.status(status);
  return c.render(<EnquiryRecord {...{ enquiry, history, samePerson, wordings, ...trouble }} />);
}

function find(c: Context<AppEnv>) {
  return findEnquiry(c.var.database, c.var.keys.ring, c.req.param('id') ?? '');
}

function readSeen(c: Context<AppEnv>, body: URLSearchParams): Seen {
  return { id: c.req.param('id') ?? '', version: numberIn(body, 'version'), by: c.var.practitioner };
}

function back(c: Context<AppEnv>, { id }: Seen) {
  return c.redirect(href(paths.record, { id }), 303);
}
