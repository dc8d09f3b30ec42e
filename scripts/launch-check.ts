import { join } from 'node:path';
import { openingReport } from '../launch/opening-report.ts';
import { findSite } from './account/site-file.ts';
import { askLocal, askSite, type ServiceToken } from './ask-opening.ts';
import { command, readOptions, Stop } from './command.ts';
import { applyMigrations } from './migrations.ts';
import { addMissingSecrets } from './secrets.ts';
import { root } from './wrangler.ts';

// Says what is missing before the site may open: what /desk/opening says, for a terminal or a timer.
const { values } = readOptions({
  options: {
    /** Another one than in the site file. */
    site: { type: 'string' },
    /** The one that `npm start` shows, or `npm start -- --blank`. */
    local: { type: 'boolean', default: false },
    blank: { type: 'boolean', default: false },
  },
});

await command(async () => {
  const isHere = values.local || values.blank;
  const site = isHere ? '' : siteAddress(values.site ?? findSite()?.settings.SITE_URL);
  const answer = isHere ? await askHere() : await askSite(site, tokenGiven());
  console.log(openingReport(answer, site));
  if (answer.missing.length > 0) process.exitCode = 1;
});

async function askHere() {
  const state = join(root, values.blank ? '.wrangler/blank' : '.wrangler/state');
  const envFile = values.blank ? join(state, 'dev.vars') : join(root, '.dev.vars');
  addMissingSecrets(envFile);
  await applyMigrations(state);
  return askLocal(state, envFile);
}

function siteAddress(given = ''): string {
  if (/^https?:$/.test(URL.canParse(given) ? new URL(given).protocol : '')) return new URL(given).origin;
  throw new Stop(
    'Which site? Run `npm run setup` first, or give its address: npm run launch-check -- --site https://…\nThe one on this computer: npm run launch-check -- --local',
  );
}

/** In a command they would stand in the terminal's history, and in the list of what is running. */
function tokenGiven(): ServiceToken {
  const { LAUNCH_CLIENT_ID: id, LAUNCH_CLIENT_SECRET: secret } = process.env;
  if (id && secret) return { id, secret };
  throw new Stop(
    'Put the service token into the variables LAUNCH_CLIENT_ID and LAUNCH_CLIENT_SECRET: docs/desk.md, “What is missing, for a program”. Without one, look at the desk: Practice, Opening.',
  );
}
