import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '../scripts/demo/fill.ts';
import { applyMigrations } from '../scripts/migrations.ts';
import { addMissingSecrets } from '../scripts/secrets.ts';
import { type Site, startSite } from '../scripts/site.ts';
import { root } from '../scripts/wrangler.ts';
import { measureBundle } from './bundle.ts';
import { checkAccess, countsAtDesk, measureDesk, walkInbox } from './desk.ts';
import { measureHeap, measureLeads } from './leads.ts';
import type { Result } from './measure.ts';
import { measurePaint } from './paint.ts';
import { measureVisitors } from './visitors.ts';
import { freePort } from './work/inspector.ts';
import { measureWork, printWork, type Work } from './work/work.ts';

// Times the site against its goals, on loopback, with ports and state of its own. A goal that is missed is reported;
// only a wrong result fails.
const begun = Date.now();
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const sites: Site[] = [];
try {
  const bundle = await measureBundle(folder);
  const few = await siteWith(1000);
  const bare = await bareSite('wrangler.toml');
  const needed = await bareSite('needed.toml');
  const many = await siteWith(20_000);
  const desk = await measureDesk(few, many);
  const { inbox } = await countsAtDesk(many);
  const paging = await walkInbox(many, () => sendOne(many), inbox);
  const access = await checkAccess(many);
  const paints = await measurePaint(few, bare);
  const heapPort = await freePort();
  const veryMany = await siteWith(100_000, [`--inspector-port=${heapPort}`]);
  const rows = (await countsAtDesk(veryMany)).inbox;
  const leads = [
    ...(await measureLeads(few, veryMany, bare, needed, rows)),
    ...(await measureHeap(veryMany, heapPort)),
  ];
  // Last, because they fill the database with few enquiries.
  const visitors = await measureVisitors(few, bare, needed);
  const inspectorPort = await freePort();
  const counted = ['bench/work/counted.ts', '--minify=false', `--inspector-port=${inspectorPort}`];
  const work = await measureWork(await siteWith(5000, counted), inspectorPort);
  await report([...visitors, ...leads, ...desk, ...paging, ...access, ...paints, ...bundle], work);
} finally {
  await Promise.all(sites.map((site) => site.stop()));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function siteWith(enquiries: number, more?: readonly string[]): Promise<Site> {
  const state = join(folder, String(enquiries));
  const envFile = join(state, 'dev.vars');
  addMissingSecrets(envFile);
  // Mail would be written to a file for each enquiry, which a bare insert does not do.
  await writeFile(envFile, (await readFile(envFile, 'utf8')).replace(/^MAIL_TO=.*$/m, 'MAIL_TO='));
  await applyMigrations(state);
  await fillDemo(state, envFile, enquiries);
  return started(await startSite({ state, envFile, port: 0, ...(more && { more }) }));
}

async function bareSite(name: string): Promise<Site> {
  const state = join(folder, name);
  const envFile = join(state, 'dev.vars');
  await mkdir(state);
  await writeFile(envFile, '');
  const config = join(root, 'bench/bare', name);
  const site = started(await startSite({ state, envFile, config, port: 0 }));
  await fetch(`${site.url}/table`, { method: 'PUT' });
  return site;
}

function started(site: Site): Site {
  sites.push(site);
  return site;
}

async function sendOne({ url }: Site): Promise<void> {
  const values = { name: 'Newcomer', replyBy: 'email', email: 'new@example.com', consent: 'consent-1' };
  const answer = await fetch(`${url}/enquiry`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'CF-Connecting-IP': `2001:db8::${Date.now().toString(16).slice(-4)}`,
    },
    body: new URLSearchParams(values),
  });
  if (answer.status !== 303) throw new Error(`an enquiry was answered with ${answer.status}`);
}

async function report(results: Result[], work: Work[]) {
  console.log();
  for (const { measure, value, unit, goal } of results) {
    const number = value.toLocaleString('en-GB', {
      maximumFractionDigits: unit === '×' ? 2 : value < 100 ? 1 : 0,
    });
    const verdict = goal ? `${goal.met ? 'met' : 'MISSED'} (${goal.words})` : '';
    console.log(`${measure.padEnd(66)} ${number.padStart(9)} ${unit.padEnd(5)} ${verdict}`);
  }
  printWork(work);
  await writeFile(join(root, 'bench/results.json'), `${JSON.stringify({ results, work }, null, 2)}\n`);
  console.log(`\nWritten to bench/results.json. ${Math.round((Date.now() - begun) / 1000)} seconds.`);
}
