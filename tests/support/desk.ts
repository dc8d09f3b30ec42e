import { env } from 'cloudflare:workers';
import { atDesk } from './practitioner.ts';
import { goodForm, referenceIn, send } from './visitor.ts';

/** A form of the desk, sent; redirects are shown, not followed. */
export function submit(path: string, fields: Record<string, string>, by?: string): Promise<Response> {
  return atDesk(path, { method: 'POST', body: new URLSearchParams(fields) }, by);
}

export async function page(path: string, status = 200): Promise<string> {
  const answer = await atDesk(path);
  if (answer.status !== status) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

/** An enquiry, and the address of its page at the desk. */
export async function arrived(fields: Record<string, string> = {}) {
  const reference = referenceIn(await send({ ...goodForm, formKey: crypto.randomUUID(), ...fields }));
  const id = await env.DB.prepare('select id from enquiries where reference = ?').bind(reference).first('id');
  return { reference, id: String(id), path: `/desk/enquiries/${id}` };
}

/** As if it had come at that moment, from a page of that moment. */
export async function receivedAt(reference: string, at: string) {
  await env.DB.prepare('update enquiries set received_at = ?, told_at = null where reference = ?')
    .bind(Date.parse(at), reference)
    .run();
}
