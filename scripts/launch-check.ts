import { join } from 'node:path';
import { z } from 'zod';
import { databaseOf } from '../worker/database/client.ts';
import { readOpening } from '../worker/desk/opening/read-opening.ts';
import { readSite, usualSettings } from './account/site-file.ts';
import { command, readOptions, Stop } from './command.ts';
import { withLocalSite } from './local-site.ts';
import { root } from './wrangler.ts';

// Says what is missing before a site may open, as its desk does. It asks the site itself, with a service token of its own
// (docs/launch.md), or with --local the one on this computer.
const { values } = readOptions({
  options: { local: { type: 'boolean', default: false }, blank: { type: 'boolean', default: false } },
});

const opening = z.object({
  open: z.boolean(),
  missing: z.array(z.object({ words: z.string(), where: z.string() })),
});

await command(async () => {
  const { open, missing } = values.local || values.blank ? await askHere() : await askSite();
  console.log(open ? 'The site is open.' : 'The site is shut: visitors read “opens soon”.');
  for (const { words, where } of missing) console.log(`  - ${words}\n      ${where}`);
  if (missing.length === 0) return console.log('Nothing is missing.');
  console.log(`${missing.length} ${missing.length === 1 ? 'point is' : 'points are'} missing.`);
  process.exitCode = 1;
});

/** The site of `npm start`, or of `npm start -- --blank`. */
function askHere() {
  const state = join(root, values.blank ? '.wrangler/blank' : '.wrangler/state');
  const envFile = values.blank ? join(state, 'dev.vars') : join(root, '.dev.vars');
  return withLocalSite(state, envFile, ({ DB }) => readOpening(databaseOf(DB)));
}

async function askSite() {
  const { LAUNCH_CLIENT_ID: id, LAUNCH_CLIENT_SECRET: secret } = process.env;
  if (!id || !secret)
    throw new Stop(
      'Set LAUNCH_CLIENT_ID and LAUNCH_CLIENT_SECRET to those of a service token that LAUNCH_TOKENS names (docs/launch.md). For the site on this computer: npm run launch-check -- --local',
    );
  const { SITE_URL: site = '' } = { ...usualSettings(), ...readSite().settings };
  const headers = { 'CF-Access-Client-Id': id, 'CF-Access-Client-Secret': secret };
  const address = `${site}/desk/opening.json`;
  const answer = await fetch(address, {
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined);
  if (!answer) throw new Stop(`${site} does not answer.`);
  if (answer.status !== 200)
    throw new Stop(
      `${address} answered with ${answer.status}. Is the token in a Service Auth policy of the desk’s application, and its client id in LAUNCH_TOKENS?`,
    );
  return opening.parse(await answer.json());
}
