import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { fromNames, questionNames, questions } from '../../pages/content/questions.ts';
import { spamSignals } from '../../pages/content/spam-signals.ts';
import { sendCanary } from '../../worker/canary.ts';
import { databaseErrors, faultyDatabase, sendWithFaults } from '../support/faults.ts';
import { atDeskWith, deskPage, watchedMail } from '../support/mail.ts';
import { earlyInMinute } from '../support/minute.ts';
import { downloadLeads } from '../support/practitioner.ts';
import { emptyQueue } from '../support/queue.ts';
import { browserHeaders, goodForm, referenceIn, send, visit } from '../support/visitor.ts';

const longMessage = 'Grow your practice with our unbeatable marketing package, only today!';
const post = { method: 'POST', body: new URLSearchParams({ version: '0' }) };

async function folders(): Promise<string[]> {
  const { results } = await env.DB.prepare('select folder from enquiries order by row').all<{
    folder: string;
  }>();
  return results.map(({ folder }) => folder);
}

async function signals(): Promise<string[]> {
  const { results } = await env.DB.prepare('select votes from enquiries order by row').all<{
    votes: string;
  }>();
  return results.map(({ votes }) => votes);
}

async function idOf(reference: string): Promise<string> {
  return String(
    await env.DB.prepare('select id from enquiries where reference = ?').bind(reference).first('id'),
  );
}

type Case = [keyof typeof spamSignals, Record<string, string>, string[]];

const aLink = 'I read https://www.nhs.uk/conditions/back-pain and wonder';
const suspicious: Case[] = [
  ['trap', { ...goodForm, topic: 'anything' }, []],
  ['advert', { ...goodForm, name: 'Win http://example.com' }, []],
  ['advert', { ...goodForm, message: 'Look: <a href="//example.com">here</a>' }, []],
  ['links', { ...goodForm, message: aLink }, ['User-Agent']],
  ['autofill', { ...goodForm, topic: goodForm.email, message: aLink }, []],
];
const marked: Case[] = [
  ['links', { ...goodForm, message: aLink }, []],
  ['links', { ...goodForm, message: 'see WWW.example.com now' }, []],
  ['autofill', { ...goodForm, topic: goodForm.name }, []],
  ['headers', goodForm, ['User-Agent']],
  ['headers', goodForm, ['Accept-Language']],
  ['headers', goodForm, ['Sec-Fetch-Site']],
];

const headersWithout = (missing: string[]) =>
  Object.fromEntries(Object.entries(browserHeaders).filter(([name]) => !missing.includes(name)));

test.each(marked)(
  'one weak signal (%s, %j, without %j) marks an enquiry and leaves it in the inbox, in the mails and in the files',
  async (signal, form, missing) => {
    const { subjects, mail } = watchedMail();
    const reference = referenceIn(await sendWithFaults(form, mail, headersWithout(missing)));
    expect(await folders()).toEqual(['inbox']);
    expect(subjects()).toEqual([`New enquiry ${reference}`]);
    for (const path of ['/desk', `/desk/enquiries/${await idOf(reference)}`]) {
      const page = await deskPage(path);
      expect(page).toContain(spamSignals[signal].words);
      expect(page).not.toContain('Why it is in Review');
    }
    expect(await (await downloadLeads()).text()).toContain(reference);
  },
);

test.each(suspicious)(
  'what looks like a robot’s (%s, %j, without %j) goes to Review with the reason, and its sender sees the same page',
  async (signal, form, missing) => {
    const { sent, subjects, mail } = watchedMail();
    const answer = await sendWithFaults(form, mail, headersWithout(missing));
    const reference = referenceIn(answer);
    const page = await (await visit(answer.headers.get('Location') ?? '')).text();
    const person = await send({ ...goodForm, name: 'Somebody Else' });
    const other = await (await visit(person.headers.get('Location') ?? '')).text();
    const alike = (html: string) => html.replace(/[3-9A-Z]{8}(\/[\w-]+)?/g, '');
    expect(alike(page)).toBe(alike(other));

    expect(await folders()).toEqual(['review', 'inbox']);
    const review = await deskPage('/desk/review');
    expect(review).toContain(reference);
    expect(review).toContain(spamSignals[signal].words);
    expect(await deskPage('/desk')).not.toContain(reference);
    expect(await (await downloadLeads()).text()).not.toContain(reference);
    expect(subjects()).toEqual([`New enquiry ${reference}, in Review`]);
    expect(sent[0]?.text).toContain('a person');
  },
);

test('the same long message under another name is marked, and with a second signal goes to Review', async () => {
  await send({ ...goodForm, message: longMessage });
  await send({ ...goodForm, message: longMessage, email: 'corrected@example.com' });
  await send({ ...goodForm, message: `${longMessage.toUpperCase()} 2`, name: 'Another Name' });
  await send({ ...goodForm, message: 'How much is a session?', name: 'First' });
  await send({ ...goodForm, message: 'How much is a session?', name: 'Second' });
  expect(await signals()).toEqual(['', '', 'repeated', '', '']);
  await send({ ...goodForm, message: `${longMessage} 3`, name: 'A fourth', topic: 'A fourth' });
  expect((await signals()).at(-1)).toBe('autofill repeated');
  expect(await folders()).toEqual([...Array(5).fill('inbox'), 'review']);
});

test('a message that comes again after more than 30 days is no reason for Review', async () => {
  await send({ ...goodForm, message: longMessage });
  await env.DB.prepare('update enquiries set received_at = received_at - ?')
    .bind(31 * 86_400_000)
    .run();
  await send({ ...goodForm, message: longMessage, name: 'Another Name' });
  expect(await folders()).toEqual(['inbox', 'inbox']);
});

test('votes travel through the queue', async () => {
  const DB = faultyDatabase(env.DB, ['throws', 'throws'], databaseErrors[0] ?? '');
  await sendWithFaults({ ...goodForm, topic: 'x' }, { INTAKE_WAITS: '15 3 15 2000', DB });
  await emptyQueue();
  expect(await folders()).toEqual(['review']);
}, 15_000);

test('the practitioner is told of one in Review at once, and moving it to the inbox tells nothing twice and keeps the reason', async () => {
  const { subjects, mail } = watchedMail();
  const reference = referenceIn(await sendWithFaults({ ...goodForm, topic: 'x' }, mail));
  const id = await idOf(reference);
  for (let taps = 0; taps < 2; taps++) {
    const answer = await atDeskWith(mail, `/desk/enquiries/${id}/inbox`, post);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/review']);
  }
  expect(subjects()).toEqual([`New enquiry ${reference}, in Review`]);
  expect(await deskPage('/desk', mail)).toContain(reference);
  expect(await deskPage('/desk/review', mail)).not.toContain(reference);
  expect(await deskPage(`/desk/enquiries/${id}`, mail)).toContain(spamSignals.trap.words);
  expect(await (await downloadLeads()).text()).toContain(reference);
});

test('what was typed into the hidden box comes back with the rest when there is a mistake', async () => {
  const answer = await send({ ...goodForm, name: '', topic: 'filled by a browser' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('value="filled by a browser"');
});

test.each([
  ['one email address', (n: number) => ({ name: `Person ${n}` })],
  ['one phone number', (n: number) => ({ phone: '07700 900123', email: `p${n}@example.com` })],
  ['one message', (n: number) => ({ message: longMessage, email: `p${n}@example.com` })],
])('very many within an hour with %s are marked, and a busy hour of others is not', async (_what, fields) => {
  for (let n = 0; n < 8; n++) await send({ ...goodForm, ...fields(n) });
  for (let n = 8; n < 16; n++)
    await send({
      ...goodForm,
      name: `Other ${n}`,
      email: `other${n}@example.com`,
      message: `Question ${n}?`,
    });
  expect(await signals()).toEqual([...Array(5).fill(''), ...Array(3).fill('flood'), ...Array(8).fill('')]);
  expect(new Set(await folders())).toEqual(new Set(['inbox']));
  expect(await deskPage('/desk')).toContain(spamSignals.flood.words);

  await env.DB.prepare('update enquiries set received_at = received_at - 3700000').run();
  await send({ ...goodForm, ...fields(99) });
  expect((await signals()).at(-1)).toBe('');
});

test('very many from one network are marked, whatever they say, and nothing of the address is stored', async () => {
  await earlyInMinute();
  for (let n = 0; n < 8; n++)
    await send(
      { ...goodForm, name: `Person ${n}`, email: `p${n}@example.com` },
      { 'CF-Connecting-IP': `2001:db8:5:5::${n + 1}` },
    );
  expect(await signals()).toEqual([...Array(5).fill(''), ...Array(3).fill('flood')]);
  expect(new Set(await folders())).toEqual(new Set(['inbox']));
  const { results } = await env.DB.prepare('select * from enquiries').all();
  expect(JSON.stringify(results)).not.toContain('2001:db8');
}, 30_000);

test('a flood of one message under many names goes to Review', async () => {
  for (let n = 0; n < 8; n++)
    await send({
      ...goodForm,
      name: `Person ${'abcdefgh'[n]}`,
      email: `p${n}@example.com`,
      message: longMessage,
    });
  expect(await folders()).toEqual([...Array(5).fill('inbox'), ...Array(3).fill('review')]);
});

test('a stranger cannot make the daily test enquiry look like a robot’s', async () => {
  const { message, email } = fromNames(questionNames, (name) => questions[name].example);
  for (let n = 0; n < 7; n++) await send({ ...goodForm, name: `Person ${'abcdefgh'[n]}`, message, email });
  const { mail } = watchedMail();
  const context = createExecutionContext();
  await sendCanary({ ...env, ...mail }, new Date(Date.now() + 1000), context);
  await waitOnExecutionContext(context);
});
