import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingReport } from '../../launch/opening-report.ts';
import { askLocal } from '../../scripts/ask-opening.ts';
import { seedSite } from '../../scripts/made-up-practice.ts';
import { addMissingSecrets } from '../../scripts/secrets.ts';
import { root } from '../../scripts/wrangler.ts';
import { writeFixtureConfig } from '../fixtures/wrangler-config.ts';
import { type Edge, startEdge } from '../support/access-edge/edge.ts';
import { copyMigratedState } from '../support/migrated-state.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

// `npm run launch-check` as somebody runs it, against a real local site behind a stand-in of Cloudflare Access.

let edge: Edge;
let site: TestSite;
const secret = 'hush';

beforeAll(async () => {
  edge = await startEdge({ 'launch.access': secret, 'leads.access': secret });
  site = await startTestSite(0, {
    ACCESS_TEAM: edge.team.origin,
    ACCESS_AUD: edge.team.audience,
    LAUNCH_TOKENS: 'launch.access',
    EXPORT_TOKENS: 'leads.access',
  });
  edge.leadTo(site.url);
});
afterAll(() => Promise.all([site?.stop(), edge?.stop()]));

async function check(args: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--no-warnings', 'scripts/launch-check.ts', ...args], {
    cwd: root,
    env: { ...process.env, SITE: '', SITE_FILE: '/nowhere/site.json', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, text: printed + complaints };
}

const withToken = (id: string, given = secret) =>
  check(['--site', edge.url], { LAUNCH_CLIENT_ID: id, LAUNCH_CLIENT_SECRET: given });

test('with its token it prints what is missing, most important first, with where to settle it, and a count', async () => {
  const { status, text } = await withToken('launch.access');
  expect([status, text]).toEqual([1, expect.stringContaining(`${edge.url}/desk/opening#agreement`)]);
  expect(text).toMatch(/\d+ points are missing/);
});

test('a token for leads files, a wrong secret and no token are told apart, in words', async () => {
  expect((await withToken('leads.access')).text).toContain('--set LAUNCH_TOKENS=leads.access');
  expect((await withToken('launch.access', 'wrong')).text).toContain('Service Auth');
  const none = await check(['--site', edge.url], { LAUNCH_CLIENT_ID: '', LAUNCH_CLIENT_SECRET: '' });
  expect([none.status, none.text]).toEqual([1, expect.stringContaining('LAUNCH_CLIENT_ID')]);
  expect((await check([])).text).toContain('--local');
  expect(
    (await check(['--site', 'http://localhost:1'], { LAUNCH_CLIENT_ID: 'x', LAUNCH_CLIENT_SECRET: 'x' }))
      .text,
  ).toContain('does not answer');
});

test('a site on this computer is asked by the same list', async () => {
  const state = await mkdtemp(join(tmpdir(), 'site-'));
  const envFile = join(state, 'dev.vars');
  addMissingSecrets(envFile);
  const config = writeFixtureConfig(state);
  await copyMigratedState(state, config);
  const { open, missing } = await askLocal(state, envFile, config);
  expect([open, missing[0]?.where]).toEqual([false, '/desk/practice/facts/you#name']);
  await seedSite(state, envFile, config);
  const seeded = await askLocal(state, envFile, config);
  expect([seeded.open, seeded.missing.length < missing.length]).toEqual([true, true]);
  await rm(state, { recursive: true, force: true, maxRetries: 5 });
});

test('what nothing is missing from may open, and what is open stays so', () => {
  const point = { words: 'Give and publish: prices', where: '/desk/practice/facts/prices#prices' };
  expect(openingReport({ open: false, missing: [] })).toBe(
    'The site is shut. Nothing is missing: it may open.',
  );
  expect(openingReport({ open: true, missing: [point] }, 'https://a.uk')).toBe(
    `1. ${point.words}\n   https://a.uk${point.where}\nThe site is open, and stays so. 1 point is missing.`,
  );
});
