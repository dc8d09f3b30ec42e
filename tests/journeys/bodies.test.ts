import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/app.ts';
import { posted } from '../support/bodies.ts';
import { arrived, page } from '../support/desk.ts';
import { encodings } from '../support/encodings.ts';
import { atDesk } from '../support/practitioner.ts';
import { valuesIn } from '../support/values.ts';
import { browserHeaders, goodForm, referenceIn, send, site, visit } from '../support/visitor.ts';
import { linkOf } from '../support/yours.ts';

const kinds = Object.entries(encodings);

const typed = {
  ...goodForm,
  name: 'Ada “Example” O’Hara',
  phone: '07700 900123',
  goodTime: 'evening',
  voicemail: 'yes',
  message: 'Première ligne\nsecond <line>',
  c: 'fb-nov-a',
};

async function stored(): Promise<unknown> {
  return env.DB.prepare('select count(*) as n from enquiries').first('n');
}

test.each(kinds)(
  '%s: a field that came twice is asked about, and both of its answers are kept',
  async (_kind, encode) => {
    const twice = encode([
      ...Object.entries(typed),
      ['name', 'Eve'],
      ['message', 'Another'],
      ['replyBy', 'call'],
      ['formKey', crypto.randomUUID()],
      ['email', typed.email],
      ['phone', ''],
    ]);
    const answer = await visit('/enquiry', posted(twice));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    const { replyBy, ...values } = valuesIn(html);
    expect(replyBy).toBeUndefined();
    const { replyBy: _, ...rest } = typed;
    expect(values).toEqual({
      ...rest,
      name: `${typed.name} Eve`,
      message: `${typed.message}\nAnother`,
      topic: '',
    });
    const mistakes = [...html.matchAll(/id="(\w+)-mistake"/g)].map(([, name]) => name);
    expect(mistakes).toEqual(['name', 'replyBy', 'message']);
    expect(html).toContain('Two answers came for “Your name”');
    expect(await stored()).toBe(0);
    referenceIn(await send({ ...values, replyBy: 'email', name: 'Ada' }));
  },
);

test.each(kinds)('%s: a hidden field that came twice counts as it came first', async (_kind, encode) => {
  const twice = encode([...Object.entries(typed), ['formKey', 'x'], ['c', 'other'], ['topic', 'late']]);
  referenceIn(
    await visit('/enquiry', posted(encode([['topic', ''], ...Object.entries(typed), ['c', 'other']]))),
  );
  referenceIn(await visit('/enquiry', posted(twice)));
  expect(await stored()).toBe(1);
});

test.each(kinds)('%s: of a body that is too long every field that arrived is kept', async (_kind, encode) => {
  for (const [field, words] of [
    ['message', 'A long story. '.repeat(6000)],
    ['name', 'Ada '.repeat(18_000)],
    ['phone', '0'.repeat(70_000)],
    ['message', '長い話。'.repeat(6000)],
    ['message', 'e\u0301\u0323\u0301'.repeat(10_000)],
  ] as const) {
    const answer = await visit('/enquiry', posted(encode(Object.entries({ ...typed, [field]: words }))));
    expect([field, answer.status]).toEqual([field, 413]);
    const html = await answer.text();
    expect(html).toContain('Your enquiry was not sent');
    expect(html).toContain(`id="${field}-mistake"`);
    const values = valuesIn(html);
    expect(values[field]).toBe(words);
    expect(values).toMatchObject({ ...typed, [field]: words });
    referenceIn(await send({ ...values, [field]: field === 'phone' ? '' : 'Shorter' }));
  }
});

test('a body without an end is read no further than it takes to give back what somebody could have typed', async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new TextEncoder().encode(pulled === 1 ? 'name=Ada&message=' : 'x'.repeat(16_384)));
    },
  });
  const headers = { ...browserHeaders, 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await app.request(
    `${site}/enquiry`,
    { method: 'POST', body, headers, duplex: 'half' } as RequestInit,
    env,
    createExecutionContext(),
  );
  expect(answer.status).toBe(413);
  expect(valuesIn(await answer.text())).toMatchObject({ name: 'Ada' });
  expect(pulled).toBeLessThan(30);
});

test.each(kinds)(
  '%s: of a body that was cut off anywhere, what arrived is on the page that says so',
  async (_kind, encode) => {
    const whole = encode(Object.entries(typed));
    const { length } = new TextEncoder().encode(whole.text);
    for (let bytes = 0; bytes < length; bytes += 7) {
      const answer = await visit('/enquiry', posted(whole, bytes));
      expect([bytes, answer.status]).toEqual([bytes, 400]);
      const html = await answer.text();
      expect([bytes, html]).toEqual([bytes, expect.stringContaining('Only a part of it arrived')]);
      const { consent = typed.consent, ...values } = valuesIn(html);
      expect(consent).toBe(typed.consent);
      for (const name of ['name', 'email', 'phone', 'message'] as const)
        expect([bytes, typed[name].startsWith((values[name] ?? '').replace(/%?\ufffd?$/, ''))]).toEqual([
          bytes,
          true,
        ]);
      // The last one or two fields may lack something; all before them are there.
      const there = Object.keys(typed).filter((name) => values[name] === typed[name as keyof typeof typed]);
      const begun = whole.text.slice(0, bytes).match(/&|Content-Disp/g)?.length ?? 0;
      expect([bytes, there.length]).toEqual([bytes, expect.any(Number)]);
      expect(there.length).toBeGreaterThanOrEqual(begun - 4);
    }
    expect(await stored()).toBe(0);
  },
);

test('a form whose end got lost on the way is cut off, also where nothing says how long it was', async () => {
  const { type, text } = encodings.multipart(Object.entries(typed));
  const answer = await visit('/enquiry', posted({ type, text: text.slice(0, -8) }));
  expect(answer.status).toBe(400);
  expect(valuesIn(await answer.text())).toMatchObject(typed);
});

test('a connection that breaks while any form is being sent is a 400, with the words that had come', async () => {
  const own = await linkOf(await send({ ...goodForm, formKey: crypto.randomUUID() }));
  const { path } = await arrived();
  const cases: [string, string, string?][] = [
    ['/enquiry', 'name=Ada&message=Half+a+sen', 'Half a sen'],
    [own, 'contact=ada%40example.com&name=Ada&message=Half+a+sen', 'Half a sen'],
    [own, 'contact=ada%40example', 'ada@example'],
    ['/desk/enquiries', 'name=Ada&message=Half+a+sen', 'Half a sen'],
    [`${path}/notes`, 'version=0&note=Half+a+sen', 'Half a sen'],
    [`${path}/keep`, 'version=0&reason=Half+a+sen', 'Half a sen'],
    [`${path}/stage`, 'version=0&move=rep'],
    [`${path}/inbox`, 'version=0'],
    [`${path}/hand-over`, 'version=0'],
    [`${path}/erase`, 'id='],
    ['/desk/exports', 'kind=full'],
    ['/desk/practice/facts/you', 'insurer=Half+a+sen', 'Half a sen'],
    ['/desk/practice/publish', 'version=1'],
    ['/desk/promise', 'workingDays=2'],
    ['/desk/settings', 'workingDays=2'],
  ];
  for (const [where, text, words = ''] of cases) {
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
      pull: (controller) => controller.error(new TypeError('Network connection lost.')),
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answers = [
      await atDesk(
        where,
        posted({ type: headers['Content-Type'], text: `${text}${'x'.repeat(9)}` }, text.length),
      ),
    ];
    if (where === '/enquiry')
      answers.push(
        await app.request(
          `${site}${where}`,
          { method: 'POST', body: broken, headers, duplex: 'half' } as RequestInit,
          env,
          createExecutionContext(),
        ),
      );
    for (const answer of answers) {
      expect([where, answer.status]).toEqual([where, 400]);
      expect(await answer.text()).toContain(words);
    }
  }
});

test.each(kinds)(
  '%s: words for the desk, or for one’s own enquiry, come back when there are too many',
  async (_kind, encode) => {
    const own = await linkOf(await send({ ...goodForm, formKey: crypto.randomUUID() }));
    const { path } = await arrived();
    const words = 'Too many words. '.repeat(5000);
    const cases: [string, Record<string, string>][] = [
      [own, { ...typed, contact: typed.email, message: words, action: 'correct' }],
      [own, { contact: words, action: 'see' }],
      ['/desk/enquiries', { ...typed, message: words }],
      [`${path}/notes`, { version: '0', note: words }],
      [`${path}/keep`, { version: '0', reason: words }],
      ['/desk/practice/facts/you', { insurer: words }],
    ];
    for (const [where, fields] of cases) {
      const answer = await atDesk(where, posted(encode(Object.entries(fields))));
      expect([where, answer.status]).toEqual([where, 413]);
      expect(Object.values(valuesIn(await answer.text()))).toContain(words);
    }
    for (const where of ['/desk/promise', '/desk/exports', `${path}/stage`])
      expect((await atDesk(where, posted(encode([['x', words]])))).status).toBe(413);
  },
);

test.each(kinds)(
  '%s: words that came twice for the desk, or for one’s own enquiry, are asked about',
  async (_kind, encode) => {
    const own = await linkOf(await send({ ...goodForm, formKey: crypto.randomUUID() }));
    const { path } = await arrived();
    const correction = { ...typed, contact: typed.email, action: 'correct' };
    const cases: [string, Record<string, string>, string, string][] = [
      [own, correction, 'message', `${typed.message}\nother`],
      [own, { contact: typed.email, action: 'see' }, 'contact', `${typed.email} other`],
      ['/desk/enquiries', typed, 'name', `${typed.name} other`],
      [`${path}/notes`, { version: '0', note: 'One note' }, 'note', 'One note\nother'],
      [`${path}/keep`, { version: '0', reason: 'One reason' }, 'reason', 'One reason\nother'],
    ];
    for (const [where, fields, name, both] of cases) {
      const answer = await atDesk(
        where,
        posted(encode([...Object.entries(fields), [name, 'other'], ['version', '7']])),
      );
      expect([where, answer.status]).toEqual([where, 422]);
      expect(valuesIn(await answer.text())).toMatchObject({ [name]: both });
    }
    expect(await page(path)).not.toContain('One note');
  },
);

test('a boundary that is longer than any may be is a 400, before anything is looked for', async () => {
  const boundary = `b${'a'.repeat(13_999)}`;
  const body = `\r\n--${boundary.slice(0, -1)}c`.repeat(5) + 'a'.repeat(190_000);
  const headers = { ...browserHeaders, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  expect((await visit('/enquiry', { method: 'POST', body, headers })).status).toBe(400);
});
