import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeUpPractice } from '../../scripts/made-up-practice.ts';
import { wrangler, wranglerEnvironment } from '../../scripts/wrangler.ts';
import { addressOf, listen } from '../support/cloudflare/server.ts';
import { cloneRepository, copyRepository } from '../support/repository-copy.ts';
import { shownIn } from '../support/shown-words.ts';

// What a newcomer meets who has just cloned the repository.

let folder: string;
let clone: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  clone = join(folder, 'clone');
  copyRepository(join(folder, 'upstream'));
  cloneRepository(join(folder, 'upstream'), clone);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Starts it as npm does, gives what it printed and its address once it is up, and stops it afterwards. */
async function started(args: string[], work: (url: string) => Promise<void>): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', 'scripts/serve.ts', ...args], {
    cwd: clone,
    env: { ...process.env, PORT: `${port}` },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    await expect.poll(() => printed, { timeout: 60_000 }).toContain('Ctrl-C stops it');
    await work(`http://localhost:${port}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
  return printed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server).then(() => addressOf(server)));
  await new Promise((done) => server.close(done));
  return Number(port);
}

test('npm start shows a finished page of a practice that says it is made up, and takes an enquiry at once', async () => {
  const printed = await started([], async (url) => {
    const page = await (await fetch(url)).text();
    expect(page).toContain(madeUpPractice.name);
    const body = new URLSearchParams({
      formKey: crypto.randomUUID(),
      name: 'Ada Example',
      replyBy: 'email',
      email: 'ada@example.com',
      ...shownIn(page),
    });
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const sent = await fetch(`${url}/enquiry`, { method: 'POST', headers, body, redirect: 'manual' });
    expect(sent.status).toBe(303);
    const desk = await (await fetch(`${url}/desk`)).text();
    expect(desk).toContain('Ada Example');
    for (const path of [
      '/',
      '/evidence',
      '/privacy',
      '/accessibility',
      '/enquiry',
      '/nowhere',
      '/desk/leads',
    ])
      expect([path, await (await fetch(url + path)).text()]).toEqual([
        path,
        expect.stringContaining('class="made-up"'),
      ]);
  });
  expect(printed).toContain('The practice is made up');
  expect(printed).toContain('npm start -- --blank');
});

test('npm start -- --blank begins as a new practice does, with nothing filled in', async () => {
  const printed = await started(['--blank'], async (url) => {
    const answer = await fetch(url);
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).not.toContain('Example');
    expect(page).not.toContain('class="made-up"');
  });
  expect(printed).toContain('Nothing is filled in');
});

test('how to start it is said, and nothing is started', () => {
  const args = ['--no-warnings', 'scripts/serve.ts', '--help'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: clone, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, expect.stringContaining('npm start -- --blank')]);
});

test('nothing that is made up is in what a deploy uploads', () => {
  const out = join(folder, 'bundle');
  const { status } = spawnSync(
    process.execPath,
    ['--no-warnings', wrangler, 'deploy', '--dry-run', '--outdir', out],
    { cwd: clone, env: wranglerEnvironment(folder) },
  );
  expect(status).toBe(0);
  const files = readdirSync(out).filter((name) => !name.endsWith('.map'));
  const bundle = files.map((name) => readFileSync(join(out, name), 'utf8')).join();
  expect(bundle.length).toBeGreaterThan(100_000);
  const texts = [...JSON.stringify(madeUpPractice).matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
  const madeUp = texts.filter((text) => /example|\d{6}/i.test(text));
  expect(madeUp.length).toBeGreaterThan(8);
  expect(madeUp.filter((text) => bundle.includes(text))).toEqual([]);
});
