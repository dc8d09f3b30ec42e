import { env } from 'cloudflare:workers';
import { arrived } from './desk.ts';
import { sendWhileAllIsDown } from './faults.ts';
import { atDesk, downloadLeads } from './practitioner.ts';
import { goodForm, send, visit } from './visitor.ts';
import { atLink, linkOf } from './yours.ts';

interface Answer {
  name: string;
  status: number;
  headers: Headers;
}

/** One answer of every kind that the Worker gives. Leaves no database behind. */
export async function everyAnswer(): Promise<Answer[]> {
  const { path, id } = await arrived();
  const own = await linkOf(await send({ ...goodForm, name: 'Other' }));
  const contact = goodForm.email;
  const post = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
  const kinds: Record<string, () => Promise<Response>> = {
    'the landing page': () => visit('/'),
    'a HEAD of it': () => visit('/', { method: 'HEAD' }),
    'the evidence': () => visit('/evidence'),
    'a form that was let go of': () => visit('/enquiry'),
    sent: () => send({ ...goodForm, formKey: crypto.randomUUID() }),
    mistakes: () => send({}),
    'not a form': () => visit('/enquiry', { method: 'POST', body: 'x' }),
    'too large': () => send({ ...goodForm, message: 'x'.repeat(70_000) }),
    'from another site': () => send(goodForm, { 'Sec-Fetch-Site': 'cross-site' }),
    'too often': tooOften,
    'all down': () => sendWhileAllIsDown(goodForm),
    'not found': () => visit('/nowhere'),
    'another method': () => visit('/', { method: 'DELETE' }),
    'a stranger at the desk': () => visit('/desk'),
    robots: () => visit('/robots.txt'),
    sitemap: () => visit('/sitemap.xml'),
    'security.txt': () => visit('/.well-known/security.txt'),
    healthz: () => visit('/healthz'),
    'own link': () => visit(own),
    'own link, opened': () => atLink(own, { contact, action: 'see' }),
    inbox: () => atDesk('/desk'),
    'an enquiry': () => atDesk(path),
    'a conflict': () => atDesk(`${path}/stage`, post({ version: '9', move: 'booked' })),
    'a change': () => atDesk(`${path}/stage`, post({ version: '0', move: 'booked' })),
    'a person': () => atDesk(`${path}/person`),
    'a person as JSON': () => atDesk(`${path}/person.json`),
    'the leads file': () => downloadLeads(),
    erased: () => atDesk(`${path}/erase`, post({ id })),
    broken: async () => {
      await env.DB.exec('drop table enquiries');
      return atDesk('/desk');
    },
  };
  const answers: Answer[] = [];
  for (const [name, ask] of Object.entries(kinds)) {
    const { status, headers } = await ask();
    answers.push({ name, status, headers });
  }
  return answers;
}

async function tooOften(): Promise<Response> {
  let answer = await visit('/');
  // More than twice twenty: a minute may end in between.
  for (let times = 0; times < 42 && answer.status !== 429; times++)
    answer = await send(goodForm, { 'CF-Connecting-IP': '192.0.2.88' });
  return answer;
}
