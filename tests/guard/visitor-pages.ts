import { env } from 'cloudflare:workers';
import { headlineByCampaign, headlines } from '../../pages/content/headlines.ts';
import { acknowledgementMail } from '../../pages/content/mails.ts';
import { replyTimeWords } from '../../pages/content/reply-time.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { sendWhileAllIsDown } from '../support/faults.ts';
import { newIsolate } from '../support/isolates.ts';
import { publishPractice, seeNow } from '../support/practice.ts';
import { atDesk } from '../support/practitioner.ts';
import { browserHeaders, goodForm, send, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

type VisitorPage = [name: string, status: number, open: () => Promise<Response>];

/** Every page a visitor can get: its name, the status it must have, and the way to it. To have a page guarded, add it. */
const visitorPages: readonly VisitorPage[] = [
  ['/', 200, () => visit('/')],
  ...Object.keys(headlineByCampaign).map((code): VisitorPage => {
    const path = `/?c=${code}`;
    return [path, 200, () => visit(path)];
  }),
  ['/evidence', 200, () => visit('/evidence')],
  ['/privacy', 200, () => visit('/privacy')],
  ['/privacy, when visitors get mail', 200, privacyWithMail],
  ['/accessibility', 200, () => visit('/accessibility')],
  ['a form with nothing in it', 422, () => send({})],
  [
    'a form with other mistakes',
    422,
    () => send({ ...goodForm, replyBy: 'text', message: 'x'.repeat(1001) }),
  ],
  [
    'a form with what looks wrong',
    422,
    () => send({ ...goodForm, replyBy: 'call', email: 'ada@gmial.com', phone: '07700 90012' }),
  ],
  [
    'a form with what is no way to reply',
    422,
    () => send({ ...goodForm, replyBy: 'call', email: 'none', phone: 'none' }),
  ],
  [
    'a form with a number from another country',
    422,
    () => send({ ...goodForm, replyBy: 'call', email: '', phone: '087 123 4567' }),
  ],
  ['a form with an answer twice', 422, () => sendBody('name=Ada&name=Eve&replyBy=text&replyBy=call')],
  ['a form that the browser let go of', 200, () => visit('/enquiry')],
  ['a form that was cut off', 400, () => sendBody('name=Ada&email=ada', { 'Content-Length': '900' })],
  ['a form from another site', 403, () => send(goodForm, { 'Sec-Fetch-Site': 'cross-site' })],
  ['a form sent too often', 429, sendTooOften],
  ['a sent page', 200, async () => visit((await send(goodForm)).headers.get('Location') ?? '')],
  ['a visitor’s own link', 200, async () => visit(await ownLink())],
  ['a visitor’s own link, with a wrong address', 422, () => atOwnLink('see', 'wrong@example.com')],
  ['a visitor’s own link, from another site', 403, fromElsewhere],
  ['a correction that is too long', 413, () => atOwnLink('correct', 'x'.repeat(70_000), { message: 'x' })],
  ['what is held', 200, () => atOwnLink('see')],
  ['correcting it', 200, () => atOwnLink('change')],
  ['consent taken back', 200, () => atOwnLink('withdraw')],
  ['erasing it', 200, () => atOwnLink('erase')],
  ['erased', 200, () => atOwnLink('erase-for-good')],
  ['a page that is not there', 404, () => visit('/nowhere')],
  ['a method that is not taken', 405, () => visit('/', { method: 'POST' })],
  ['a form that cannot be read', 400, () => visit('/enquiry', { method: 'POST', body: 'x' })],
  ['a form that is too large', 413, () => send({ ...goodForm, message: 'x'.repeat(70_000) })],
  ['the desk, for a stranger', 403, () => visit('/desk')],
  ['a form that could not be stored', 503, () => sendWhileAllIsDown(goodForm)],
  ['a page of a site that nobody knows about just now', 503, () => whileNobodyKnows('/')],
  ['a form that comes back while nobody knows whose site it is', 503, () => whileNobodyKnows('/enquiry')],
  // From here on, because the site is shut then.
  ['a site that is shut', 503, whileShut],
  ['a form that came too late', 503, () => send({ ...goodForm, formKey: crypto.randomUUID() })],
  // Last, because it leaves no database behind.
  ['a failure inside', 500, failInside],
];

/** Adverts that are shorter than a page. A mail that goes to a visitor belongs here as well. */
export const shortTexts: readonly string[] = [
  ...Object.values(headlines).flatMap(({ title, heading, lead }) => [title, heading, lead]),
  ...Object.values(acknowledgementMail('3679CDFG', 'I reply within 2 working days.', fixtureFacts)),
  replyTimeWords({ workingDays: 1, awayUntil: '' }, '2026-11-23'),
  replyTimeWords({ workingDays: 2, awayUntil: '2026-12-01' }, '2026-11-23'),
];

export async function renderVisitorPages() {
  const pages = [];
  for (const [name, wanted, open] of visitorPages) {
    const answer = await open();
    if (answer.status !== wanted) throw new Error(`${name}: ${answer.status}, not ${wanted}`);
    pages.push({ name, html: await answer.text() });
  }
  return pages;
}

function sendBody(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const form = { ...browserHeaders, 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
  return visit('/enquiry', { method: 'POST', body, headers: form });
}

async function sendTooOften(): Promise<Response> {
  const again = () => send(goodForm, { 'CF-Connecting-IP': '192.0.2.77' });
  let answer = await again();
  for (let times = 0; times < 42 && answer.status !== 429; times++) answer = await again();
  return answer;
}

async function ownLink(): Promise<string> {
  return linkOf(await send({ ...goodForm, formKey: crypto.randomUUID() }));
}

async function atOwnLink(
  action: string,
  contact = goodForm.email,
  more: Record<string, string> = {},
): Promise<Response> {
  return atLink(await ownLink(), { contact, action, ...more });
}

async function fromElsewhere(): Promise<Response> {
  return atLink(await ownLink(), { contact: goodForm.email }, { 'Sec-Fetch-Site': 'cross-site' });
}

async function privacyWithMail(): Promise<Response> {
  await publishPractice(fixtureFacts, { settings: { acknowledges: true } });
  return visit('/privacy');
}

function whileNobodyKnows(path: string): Promise<Response> {
  const isolate = newIsolate();
  isolate.goDown('refuses');
  return path === '/' ? isolate.get() : isolate.post({});
}

/** Since two days. */
async function whileShut(): Promise<Response> {
  await publishPractice(fixtureFacts, { open: false });
  await env.DB.exec("update practice_versions set at = at - 172800000 where kind = 'door'");
  await seeNow();
  return visit('/');
}

async function failInside(): Promise<Response> {
  await env.DB.exec('drop table enquiries');
  return atDesk('/desk');
}
