import type { Context } from 'hono';
import { ErasedPage, PersonPage } from '../../../pages/desk/people/person-page.tsx';
import type { AppEnv } from '../../app-env.ts';
import { deleteEnquiries } from '../../enquiries/delete-enquiries.ts';
import { malformed, readBody } from '../../http/read-body.ts';
import { keysOf } from '../../sealing/secret-keys.ts';
import { deskFrame } from '../desk-frame.ts';
import { leadsFilesWith } from '../leads/leads-register.ts';
import { personOf } from './find-person.ts';

export async function showPerson(c: Context<AppEnv>) {
  const person = await find(c);
  if (!person) return c.notFound();
  return c.html(<PersonPage frame={await deskFrame(c)} {...person} />);
}

/** The same for a machine: UK GDPR Article 20 asks for a form that another program can read. */
export async function sendPerson(c: Context<AppEnv>) {
  const person = await find(c);
  if (!person) return c.notFound();
  c.header('Content-Disposition', 'attachment; filename="held.json"');
  const exports = person.files.map(({ id, at, kind }) => ({ id, at, kind }));
  const held = person.held.map(({ enquiry, history }) => {
    // Codes of ours that say nothing to anybody without our keys.
    const { sequence, keyId, messageToken, nameToken, emailToken, phoneToken, ...about } = enquiry;
    return { ...about, history };
  });
  return c.json({ held, exports });
}

export async function erasePerson(c: Context<AppEnv>) {
  const person = await find(c);
  if (!person) return c.notFound();
  const chosen = new Set((await readBody(c.req.raw)).getAll('id'));
  const erased = person.held.filter(({ enquiry }) => chosen.has(enquiry.id));
  // Only what the page showed can be erased by it.
  if (erased.length === 0 || erased.length !== chosen.size) return malformed();
  const rows = erased.map(({ enquiry }) => enquiry.sequence);
  const exports = await leadsFilesWith(c.var.database, rows);
  const ids = erased.map(({ enquiry }) => enquiry.id);
  await deleteEnquiries(c.var.database, ids, {
    why: 'erased at the desk',
    by: c.var.practitioner,
    at: new Date(),
  });
  return c.html(<ErasedPage frame={await deskFrame(c)} erased={erased.length} exports={exports} />);
}

async function find(c: Context<AppEnv>) {
  const { ring } = await keysOf(c.env);
  return personOf(c.var.database, ring, c.req.param('id') ?? '');
}
