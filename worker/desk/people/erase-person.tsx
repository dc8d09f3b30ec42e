import type { Context } from 'hono';
import { isMove, moves } from '../../../pages/content/stages.ts';
import type { HistoryEntry } from '../../../pages/desk/desk-enquiry.ts';
import { ErasedPage, PersonPage } from '../../../pages/desk/people/person-page.tsx';
import { deleteEnquiries } from '../../enquiries/delete-enquiries.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody } from '../../http/read-body.ts';
import { leadsFilesWith } from '../leads/leads-register.ts';
import { personOf } from './find-person.ts';

export async function showPerson(c: Context<AppEnv>) {
  const person = await find(c);
  return person ? c.render(<PersonPage {...person} />) : c.notFound();
}

/** The same for a machine: UK GDPR Article 20 asks for a form that another program can read. */
export async function sendPerson(c: Context<AppEnv>) {
  const person = await find(c);
  if (!person) return c.notFound();
  c.header('Content-Disposition', 'attachment; filename="held.json"');
  const exports = person.files.map(({ id, at, kind }) => ({ id, at, kind }));
  const held = person.held.map(({ enquiry, history }) => {
    // Codes of ours that say nothing to anybody without our keys.
    const { sequence, keyId, messageToken, nameToken, emailToken, phoneToken, spamSignals, ...about } =
      enquiry;
    return { ...about, votes: spamSignals, history: history.map(inWords) };
  });
  return c.json({ held, exports });
}

export async function erasePerson(c: Context<AppEnv>) {
  const { database, practitioner } = c.var;
  const person = await find(c);
  if (!person) return c.notFound();
  const chosen = new Set((await readBody(c.req.raw)).getAll('id'));
  const erased = person.held.map(({ enquiry }) => enquiry).filter(({ id }) => chosen.has(id));
  // Only what the page showed can be erased by it.
  if (erased.length === 0 || erased.length !== chosen.size) return malformed();
  const files = await leadsFilesWith(
    database,
    erased.map(({ sequence }) => sequence),
  );
  await deleteEnquiries(
    database,
    erased.map(({ id }) => id),
    { why: 'erased at the desk', by: practitioner, at: new Date() },
  );
  return c.render(<ErasedPage erased={erased.length} files={files} />);
}

/** A person is given words, not the keys of ours that stand for them. */
function inWords({ kind, detail, ...entry }: HistoryEntry) {
  const words = kind === 'stage' && isMove(detail) ? moves[detail].words : detail;
  return { ...entry, kind, detail: words };
}

function find(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  return personOf(database, keys.ring, c.req.param('id') ?? '');
}
