import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sendWhileAllIsDown } from '../support/faults.ts';
import { earlyInMinute } from '../support/minute.ts';
import { goodForm, referenceIn, send, visit } from '../support/visitor.ts';

async function storedRows() {
  return (await env.DB.prepare('select * from enquiries').all()).results;
}

test('a good enquiry is stored once and its sender sees the reference', async () => {
  const answer = await send(goodForm);
  const reference = referenceIn(answer);
  expect(await storedRows()).toMatchObject([
    { reference, stage: 'new', consent_version: goodForm.consent, key_id: 'k1' },
  ]);

  const sent = await visit(answer.headers.get('Location') ?? '');
  expect(sent.status).toBe(200);
  expect(sent.headers.get('Cache-Control')).toBe('no-store');
  expect(await sent.text()).toContain(reference);
});

test('a made-up reference, or a tag that is not its own, never gets a page that says received', async () => {
  const [, , reference, tag] = (await send(goodForm)).headers.get('Location')?.split('/') ?? [];
  for (const path of [
    `/sent/34679CDF/${tag}`,
    `/sent/${reference}/AAAAAAAAAAAAAAAAAAAAAA`,
    `/sent/${reference}/x`,
  ]) {
    const answer = await visit(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('received');
  }
});

test('the same form sent again, even 50 times at once, is one enquiry with one reference', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(goodForm)));
  expect(new Set(answers.map(referenceIn)).size).toBe(1);
  expect(await storedRows()).toHaveLength(1);
});

test('50 people whose pages carry the same form key all get through', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, person) => send({ ...goodForm, email: `person${person}@example.com` })),
  );
  expect(new Set(answers.map(referenceIn)).size).toBe(50);
  expect(await storedRows()).toHaveLength(50);
});

test('an edited resend makes a second enquiry', async () => {
  const first = referenceIn(await send(goodForm));
  const second = referenceIn(await send({ ...goodForm, message: 'I forgot: mornings are best.' }));
  expect(second).not.toBe(first);
  expect(await storedRows()).toHaveLength(2);
});

test('a form key that is missing or changed does not stop anybody', async () => {
  for (const formKey of ['', 'nonsense']) referenceIn(await send({ ...goodForm, formKey }));
  expect(await storedRows()).toHaveLength(2);
});

test('urlencoded with any charset suffix, and multipart, are read alike', async () => {
  const urlencoded = new URLSearchParams(goodForm).toString();
  for (const type of [
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/x-www-form-urlencoded;charset=iso-8859-1',
  ]) {
    referenceIn(
      await visit('/enquiry', { method: 'POST', body: urlencoded, headers: { 'Content-Type': type } }),
    );
  }
  const multipart = new FormData();
  for (const [name, value] of Object.entries(goodForm)) multipart.set(name, value);
  referenceIn(await visit('/enquiry', { method: 'POST', body: multipart }));
  expect(await storedRows()).toHaveLength(1);
});

test('a body that is no form answers 400, one over 64 KiB 413, and neither is stored', async () => {
  const bodies: [string, string][] = [
    ['application/json', '{"name":"Ada"}'],
    ['text/plain', 'name=Ada'],
    ['multipart/form-data; boundary=x', 'not multipart at all'],
    ['multipart/form-data', '--x'],
  ];
  for (const [type, body] of bodies) {
    const answer = await visit('/enquiry', { method: 'POST', body, headers: { 'Content-Type': type } });
    expect([type, answer.status]).toEqual([type, 400]);
  }
  const file = new FormData();
  file.set('name', new File(['Ada'], 'name.txt'));
  expect((await visit('/enquiry', { method: 'POST', body: file })).status).toBe(400);

  expect((await send({ ...goodForm, message: 'x'.repeat(65 * 1024) })).status).toBe(413);
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const body = new Blob(['--x\r\n', 'x'.repeat(65 * 1024)]).stream();
    const answer = await visit('/enquiry', { method: 'POST', body, headers: { 'Content-Type': type } });
    expect([type, answer.status]).toEqual([type, 413]);
  }
  expect(await storedRows()).toHaveLength(0);
});

test('when D1 cannot take it the queue does, and the sender sees no difference', async () => {
  await env.DB.exec('alter table enquiries rename to elsewhere');
  const reference = referenceIn(await send(goodForm));
  await env.DB.exec('alter table elsewhere rename to enquiries');
  await expect.poll(storedRows, { timeout: 10_000 }).toMatchObject([{ reference }]);
});

test('when neither D1 nor the queue can take it, the sender is told so and keeps every word', async () => {
  const answer = await sendWhileAllIsDown({
    ...goodForm,
    phone: '07700 900123',
    message: 'A <question> & more',
  });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('60');
  const page = await answer.text();
  for (const kept of [
    'Ada Example',
    'ada@example.com',
    '07700 900123',
    'A &lt;question&gt; &amp; more',
    goodForm.formKey,
  ]) {
    expect(page).toContain(kept);
  }
});

test('the 21st enquiry in a minute from one address waits, with every word kept; other addresses do not', async () => {
  const from = { 'CF-Connecting-IP': '192.0.2.1' };
  await earlyInMinute();
  for (let n = 1; n <= 20; n++) referenceIn(await send({ ...goodForm, message: `Number ${n}` }, from));
  const answer = await send({ ...goodForm, message: 'Number 21' }, from);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('Retry-After')).toBe('60');
  expect(await answer.text()).toContain('Number 21');
  // Counted before anything else is done with a form, so that mistakes and long ones count as well.
  for (const wrong of [{ email: 'x' }, { message: 'Number 21 '.repeat(7000) }]) {
    const again = await send({ ...goodForm, message: 'Number 21', ...wrong }, from);
    expect([again.status, await again.text()]).toEqual([429, expect.stringContaining('Number 21')]);
  }
  referenceIn(await send({ ...goodForm, message: 'Number 21' }, { 'CF-Connecting-IP': '192.0.2.2' }));
  expect(await storedRows()).toHaveLength(21);
}, 30_000);
