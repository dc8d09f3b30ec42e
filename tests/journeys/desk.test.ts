import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { goodForm, referenceIn, send, visit } from '../support/visitor.ts';

test('a stranger gets no desk page and no leads file', async () => {
  await send(goodForm);
  const { id } = (await env.DB.prepare('select id from enquiries').first()) as { id: string };
  const strangers = [
    (path: string, init?: RequestInit) => visit(path, init),
    (path: string, init?: RequestInit) => atDesk(path, init, 'stranger@example.com'),
    (path: string, init?: RequestInit) => atDesk(path, init, 'practitioner@example.com', 'another-audience'),
    (path: string, init?: RequestInit) => atDesk(path, init, ''),
  ];
  for (const ask of strangers) {
    for (const [path, init] of [
      ['/desk'],
      [`/desk/enquiries/${id}`],
      ['/desk/exports', { method: 'POST', body: new URLSearchParams() }],
    ] as const) {
      const answer = await ask(path, init);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toMatch(/Ada|(ada|practitioner|second)@/);
    }
  }
});

test('a listed address opens the desk in whatever case it is written', async () => {
  for (const email of ['practitioner@example.com', 'Practitioner@Example.com', 'second@example.com']) {
    expect((await atDesk('/desk', {}, email)).status).toBe(200);
  }
});

test('a leads file that another site asks for in the practitioner’s name is refused', async () => {
  for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'none' }]) {
    expect(
      (await atDesk('/desk/exports', { method: 'POST', headers, body: new URLSearchParams() })).status,
    ).toBe(403);
  }
});

test('the list is newest first and one enquiry’s page shows its answers', async () => {
  const references: string[] = [];
  for (const name of ['First Person', 'Second Person']) {
    references.push(referenceIn(await send({ ...goodForm, name, phone: '020 7946 0018', c: 'fb-nov-a' })));
  }
  const list = await (await atDesk('/desk')).text();
  expect(list.indexOf('Second Person')).toBeLessThan(list.indexOf('First Person'));
  expect(list).toContain('fb-nov-a');

  const [, path = ''] = /href="(\/desk\/enquiries\/[\da-f]{64})"/.exec(list) ?? [];
  const answer = await atDesk(path);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const record = await answer.text();
  for (const shown of ['Second Person', references[1], '020 7946 0018', 'fb-nov-a', goodForm.consent]) {
    expect(record).toContain(shown);
  }
});

test('paging shows every enquiry once, also when several came in the same millisecond', async () => {
  const insert = env.DB.prepare(
    "insert into enquiries (id, reference, received_at, consent_version, key_id, sealed) values (?, ?, ?, 'consent-1', 'gone', '')",
  );
  const rows = Array.from({ length: 80 }, (_, n) =>
    insert.bind(`id${n}`, `REF${n}`, 1_700_000_000_000 + Math.floor(n / 10)),
  );
  await env.DB.batch(rows);

  const seen: string[] = [];
  for (let path: string | undefined = '/desk'; path; ) {
    const page = await (await atDesk(path)).text();
    seen.push(...[...page.matchAll(/REF\d+/g)].map(([reference]) => reference));
    path = /href="(\/desk\?before=[\d-]+)"/.exec(page)?.[1];
  }
  expect(seen).toEqual(Array.from({ length: 80 }, (_, n) => `REF${79 - n}`));
});

test('an enquiry that no key opens is shown as unreadable and breaks neither list nor file', async () => {
  await send(goodForm);
  await send({ ...goodForm, name: 'Second Person' });
  await env.DB.prepare("update enquiries set key_id = 'lost' where row = 1").run();
  const list = await (await atDesk('/desk')).text();
  expect(list).toContain('Unreadable (key lost)');
  expect(list).toContain('Second Person');
  const file = await (await downloadLeads()).text();
  expect(file).toContain('no: key lost does not open it');
  expect(file).toContain('Second Person');
});
