import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/app.ts';
import { arrived, page } from '../support/desk.ts';
import { atDesk } from '../support/practitioner.ts';
import { visit } from '../support/visitor.ts';

/** The addresses at the desk that take a form, from the router itself. */
const forms = app.routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/desk'));

test('every address at the desk that takes a form answers a GET with its page, which says that nothing was saved', async () => {
  const { id } = await arrived();
  expect(forms.length).toBeGreaterThan(9);
  for (const { path } of forms) {
    const address = path
      .replace(':id', id)
      .replace(':kind', 'quiet')
      .replace(':source', 'who2023')
      .replace(':group', 'you');
    // Where it is a page's own address, the form there has a query for this.
    const answer = await atDesk(address);
    expect([path, answer.status]).toEqual([path, expect.toBeOneOf([200, 303])]);
    const target = answer.headers.get('Location') ?? `${address}?signed-out`;
    expect([path, await page(target)]).toEqual([path, expect.stringContaining('Nothing was saved')]);
  }
});

test('the forms of the desk are sent to an address that a GET knows', async () => {
  const { path } = await arrived();
  for (const where of [
    '/desk',
    '/desk/promise',
    '/desk/practice',
    '/desk/practice/facts/you',
    '/desk/practice/history',
    '/desk/settings',
    '/desk/settings/history',
    '/desk/practice/portrait',
    '/desk/evidence/who2023',
    '/desk/opening',
    '/desk/opening/shut',
    '/desk/by-hand',
    '/desk/deletions',
    path,
    `${path}/person`,
  ]) {
    const actions = [...(await page(where)).matchAll(/method="post" action="([^"]+)"/g)];
    for (const [, action = ''] of actions) {
      const answer = await atDesk(action);
      const after =
        answer.status === 303 ? await page(answer.headers.get('Location') ?? '') : await answer.text();
      expect([where, action, after]).toEqual([where, action, expect.stringContaining('Nothing was saved')]);
    }
  }
});

test('what goes wrong at the desk is said in the desk’s frame, and what goes wrong elsewhere in the visitors’', async () => {
  const post = (body: BodyInit) => ({ method: 'POST', body });
  const cases: [number, string, RequestInit?][] = [
    [404, '/desk/nowhere'],
    [404, '/desk/enquiries/none'],
    [405, '/desk/figures', post('')],
    [400, '/desk/enquiries/none/stage', post(new URLSearchParams({ move: 'nonsense' }))],
    [413, '/desk/promise', post(new URLSearchParams({ awayUntil: 'x'.repeat(70_000) }))],
  ];
  for (const [status, path, init] of cases) {
    const answer = await atDesk(path, init);
    const html = await answer.text();
    expect([path, answer.status, html]).toEqual([path, status, expect.stringContaining('aria-label="Desk"')]);
    expect(html).not.toContain('start again from the first page');
  }
  expect(await (await visit('/nowhere')).text()).not.toContain('aria-label="Desk"');
});

test('plain http is sent to https with its form, except on this computer', async () => {
  for (const path of ['/?c=fb-nov-a', '/enquiry', '/desk', '/nowhere']) {
    const answer = await app.request(`http://practice.example${path}`, { method: 'POST' }, env);
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, `https://practice.example${path}`]);
  }
  for (const host of ['localhost:8787', '127.0.0.1:80', '[::1]:9'])
    expect((await app.request(`http://${host}/robots.txt`)).status).toBe(200);
  expect((await app.request('http://localhost.evil.example/robots.txt')).status).toBe(308);
});
