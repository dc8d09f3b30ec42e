import type { Context } from 'hono';
import { isMove, moves } from '../../../pages/content/stages.ts';
import type { HistoryEntry } from '../../../pages/desk/desk-enquiry.ts';
import { ErasedPage } from '../../../pages/desk/people/erased-page.tsx';
import { linkWords } from '../../../pages/desk/people/link.ts';
import { PersonPage } from '../../../pages/desk/people/person-page.tsx';
import type { Database } from '../../database/client.ts';
import { copyTodos } from '../../enquiries/copy-todos.ts';
import { deleteEnquiries } from '../../enquiries/delete-enquiries.ts';
import { type LinkedEnquiry, linkedTo } from '../../enquiries/linked-enquiries.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody } from '../../http/read-body.ts';
import { leadsFilesWith } from '../leads/leads-register.ts';
import { heldOf } from './find-person.ts';

const pageSize = 100;

export async function showPerson(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const linked = await find(c);
  if (linked.length === 0) return c.notFound();
  const asked = c.req.query('from') ?? '';
  const from = /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  const held = await heldOf(database, keys.ring, linked.slice(from, from + pageSize));
  const next = from + pageSize < linked.length ? from + pageSize : undefined;
  const files = await filesWith(database, linked);
  return c.render(
    <PersonPage id={idIn(c)} held={held} total={linked.length} from={from} next={next} files={files} />,
  );
}

/** The same for a machine, and all of it: UK GDPR Article 20 asks for a form that another program can read. */
export async function sendPerson(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const linked = await find(c);
  if (linked.length === 0) return c.notFound();
  c.header('Content-Disposition', 'attachment; filename="held.json"');
  const exports = (await filesWith(database, linked)).map(({ id, at, kind }) => ({ id, at, kind }));
  const held = (await heldOf(database, keys.ring, linked)).map(({ enquiry, history, link }) => {
    // Codes of ours that say nothing to anybody without our keys.
    const { sequence, keyId, messageToken, nameToken, emailToken, phoneToken, spamSignals, ...about } =
      enquiry;
    return { why: linkWords(link), ...about, votes: spamSignals, history: history.map(inWords) };
  });
  return c.json({ held, exports });
}

export async function erasePerson(c: Context<AppEnv>) {
  const { database, practitioner } = c.var;
  const linked = await find(c);
  if (linked.length === 0) return c.notFound();
  const chosen = new Set((await readBody(c.req.raw)).getAll('id'));
  const erased = linked.filter(({ id }) => chosen.has(id));
  // Only what the page showed can be erased by it.
  if (erased.length === 0 || erased.length !== chosen.size) return malformed();
  const at = new Date();
  await deleteEnquiries(
    database,
    erased.map(({ id }) => id),
    { why: 'erased at the desk', by: practitioner, at },
  );
  const copies = await copyTodos(database, at);
  const left = linked.filter(({ id }) => !chosen.has(id));
  return c.render(
    <ErasedPage erased={erased.length} copies={copies} left={left.length} nextId={left[0]?.id} />,
  );
}

function filesWith(database: Database, linked: readonly LinkedEnquiry[]) {
  return leadsFilesWith(
    database,
    linked.map(({ sequence }) => sequence),
  );
}

/** A person is given words, not the keys of ours that stand for them. */
function inWords({ kind, detail, ...entry }: HistoryEntry) {
  const words = kind === 'stage' && isMove(detail) ? moves[detail].words : detail;
  return { ...entry, kind, detail: words };
}

function find(c: Context<AppEnv>) {
  return linkedTo(c.var.database, idIn(c));
}

function idIn(c: Context<AppEnv>): string {
  return c.req.param('id') ?? '';
}
