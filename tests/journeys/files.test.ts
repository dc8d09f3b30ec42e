import { expect, test } from 'vitest';
import { visit } from '../support/visitor.ts';

const files = [
  {
    path: '/mark.svg',
    type: 'image/svg+xml; charset=utf-8',
    begins: '<svg xmlns="http://www.w3.org/2000/svg"',
  },
  { path: '/card.png', type: 'image/png', begins: '\x89PNG\r\n' },
];

test.each(files)(
  '$path comes whole, as what it is, and a browser may keep it',
  async ({ path, type, begins }) => {
    const answer = await visit(path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=604800');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(String.fromCharCode(...bytes.subarray(0, begins.length))).toBe(begins);
    // It is part of the Worker, whose size has a limit.
    expect(bytes.length).toBeLessThan(15_000);
  },
);

test.each(files)('$path is not sent again to a browser that has it', async ({ path }) => {
  const tag = (await visit(path)).headers.get('ETag') ?? '';
  const again = await visit(path, { headers: { 'If-None-Match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect([again.headers.get('ETag'), again.headers.get('Cache-Control')]).toEqual([
    tag,
    'public, max-age=604800',
  ]);
  expect((await visit(path, { headers: { 'If-None-Match': '"another"' } })).status).toBe(200);
});

test.each(files)('$path has every header that guards a page', async ({ path }) => {
  const page = (await visit('/evidence')).headers;
  for (const init of [{}, { method: 'HEAD' }]) {
    const { status, headers } = await visit(path, init);
    expect(status).toBe(200);
    const guards = [...page].filter(([name]) => /policy|security|options/.test(name));
    expect(guards.length).toBeGreaterThan(6);
    for (const [name, value] of guards) expect([name, headers.get(name)]).toEqual([name, value]);
    // The pages that are the same for everybody go without it; see decision 16.
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  }
});

test.each(files)('$path can be asked for and nothing else, and nothing lies beside it', async ({ path }) => {
  const head = await visit(path, { method: 'HEAD' });
  expect([head.headers.get('ETag'), await head.text()]).toEqual([
    (await visit(path)).headers.get('ETag'),
    '',
  ]);
  const post = await visit(path, { method: 'POST' });
  expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  for (const beside of [`${path}/x`, `${path}.bak`, path.toUpperCase(), '/_headers', '/files'])
    expect([beside, (await visit(beside)).status]).toEqual([beside, 404]);
});
