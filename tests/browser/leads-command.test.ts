import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../support/site.ts';

let folder: string;
let site: TestSite;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leads-'));
  site = await startTestSite(6000);
});
afterAll(() => Promise.all([site?.stop(), rm(folder, { recursive: true, force: true, maxRetries: 5 })]));

/** Runs the command with a service token, and says what there is afterwards. */
async function leads(url: string, ...args: string[]) {
  const to = await mkdtemp(join(folder, 'to-'));
  const env = { ...process.env, CF_ACCESS_CLIENT_ID: 'robot.access', CF_ACCESS_CLIENT_SECRET: 'hush' };
  const run = execFile(process.execPath, ['scripts/leads.ts', url, '--to', to, ...args], { env });
  let text = '';
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (part) => (text += part));
  const [status] = await once(run, 'close');
  const files = await readdir(to);
  return { status, text, files, path: join(to, files[0] ?? '') };
}

/** What stands where the site was: something that answers otherwise. */
async function standIn(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a leads file comes from a terminal, counted, whole, and readable by nobody else', async () => {
  const { status, text, files, path } = await leads(site.url);
  expect(status).toBe(0);
  const [, rows] = /^leads-\d+-full-[\d-]{10}-(\d+)-rows\.csv$/.exec(files.join()) ?? [];
  expect(text).toContain(`Leads: 5000 of ${rows} …`);
  expect(text).toContain(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  );
  expect((await stat(path)).mode & 0o077).toBe(0);

  const next = await leads(site.url, '--since-last', '--contacts');
  expect(next.text).toContain(`-rows.csv: ${rows}.`);
  expect((await leads(site.url, '--since-last')).text).toContain('-0-rows.csv: 0.');
  expect(next.files.join()).toContain('-contacts-');
}, 60_000);

test('of a file that is cut off, is broken, or has not the rows of its name, nothing is kept or told', async () => {
  const half = '\uFEFF"reference"\r\n"34679CDF"\r\n';
  for (const [body, cut, words] of [
    [half, true, 'terminated'],
    [`${half}Zoë "Testperson"\r\n`, false, 'What came cannot be read as rows.'],
    [half, false, 'Rows in the file: 1. Rows that its name promises: 2.'],
  ] as const) {
    const { server, url } = await standIn((request, answer) => {
      expect(request.headers['cf-access-client-secret']).toBe('hush');
      answer.setHeader('Content-Disposition', 'attachment; filename="leads-1-full-2026-11-24-2-rows.csv"');
      answer.write(body, () => (cut ? answer.destroy() : answer.end()));
    });
    const { status, text, files } = await leads(url);
    server.close();
    expect({ status, files }).toEqual({ status: 1, files: [] });
    expect(text).toContain(words);
    expect(text).toContain('nothing of it was kept');
    expect(text).not.toMatch(/Zoë|Testperson|34679CDF/);
  }
});

test('a refusal says what to look at, without a stack trace', async () => {
  const { server, url } = await standIn((_request, answer) => {
    answer.writeHead(302, { Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login' }).end();
  });
  const refused = await leads(url);
  server.close();
  expect(refused).toMatchObject({ status: 1, files: [], text: expect.stringContaining('EXPORT_TOKENS') });
  for (const [address, words] of [
    [url, 'does not answer'],
    ['nonsense', 'npm run leads'],
  ] as const) {
    const { status, text } = await leads(address);
    expect(status).toBe(1);
    expect(text).toContain(words);
    expect(text).not.toMatch(/^\s+at /m);
  }
  const odd = await leads(site.url, '--filter', '?from=2026-12-01&to=2026-11-01');
  expect(odd.text).toContain('Is the filter as in the address of a list?');
}, 60_000);
