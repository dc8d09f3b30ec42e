import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { OpenPoint } from '../../guard/launch/open-point.ts';
import { launchReport } from '../../guard/launch/report.ts';
import { deskOpened } from '../../worker/access/desk-opened.ts';
import { liveVersion, secretNames, uploadedVersions, uploadMark } from '../account/deployed.ts';
import { mergedConfig } from '../account/merged-config.ts';
import { isNewestEnd, newestKey } from '../account/secrets.ts';
import { readSite, usualSettings } from '../account/site-file.ts';
import { ask as askPerson, heading, interrupted, isTerminal } from '../account/terminal.ts';
import { runOnAccount } from '../account/wrangler-on-account.ts';
import { ask } from '../d1.ts';
import { launchPoints } from '../launch.ts';
import { explain, Stop } from '../stop.ts';
import { root } from '../wrangler.ts';
import { waitForCanary } from './canary.ts';
import { waitFor } from './patience.ts';
import { smoke } from './smoke.ts';
import { wordFindings } from './words.ts';

// Puts the site online, and stops at the first thing that is wrong. It judges this site, not the software: that is what
// the software's own tests are for.
const { values } = parseArgs({
  options: {
    'key-ends': { type: 'string' },
    urgent: { type: 'boolean', default: false },
    // In minutes: how long to wait for what the platform does in its own time.
    patience: { type: 'string', default: '20' },
  },
});
const minutes = Number(values.patience);
const patience = { longest: minutes * 60_000, between: Math.min(10_000, minutes * 2_000) };

process.on('SIGINT', interrupted);
try {
  await deploy();
} catch (error) {
  explain(error);
}

async function deploy(): Promise<void> {
  const site = readSite();
  const config = mergedConfig(site);
  const settings = { ...usualSettings(), ...site.settings };
  const database = { where: '--remote', config } as const;

  heading('1. Is anything open?');
  const secrets = await secretNames(config);
  const points = launchPoints({ config, secrets, keyKept: await isKeyKept(site) });
  const words = await wordFindings(site);
  for (const finding of words) console.log(`  - ${finding}`);
  if (!mayGo(points, words)) throw new Stop('\nStopped here. Nothing was changed.');

  heading('2. The database');
  // They only add: the Worker that is online works with the new tables as well.
  await runOnAccount(['d1', 'migrations', 'apply', 'DB', '--remote'], { config, show: true });

  heading('3. The Worker');
  const before = await uploadedVersions(config);
  try {
    await runOnAccount(['deploy', '--message', `${uploadMark} ${revision()}`], { config, show: true });

    heading('4. Is it there?');
    const { ACCESS_TEAM: team = '', ACCESS_AUD: audience = '', SITE_URL: address = '' } = settings;
    const { warnings, deskShut } = await smoke(
      {
        site: address,
        team,
        audience,
        ...(address.startsWith('https:') && { plain: address.replace('https:', 'http:') }),
      },
      patience,
    );
    await waitForCanary(database, patience);
    for (const warning of warnings) console.log(`  Please look: ${warning}`);
    console.log(`\nThe site is online: ${address}`);
    await sayWhetherReady(database, address, deskShut);
  } catch (error) {
    await sayWhatIsLive(config, before);
    throw error;
  }
}

/** Whether nothing stands in the way; with --urgent, nothing that could lose an enquiry. Says what it passes. */
function mayGo(points: ReadonlyMap<string, readonly OpenPoint[]>, words: readonly string[]): boolean {
  console.log(launchReport(points));
  const blocking = [...points.values()].flat().filter(({ later }) => !later);
  if (blocking.length === 0 && words.length === 0) return true;
  if (!values.urgent) return false;
  const losing = blocking.filter(({ losesEnquiries }) => losesEnquiries);
  if (losing.length > 0) {
    console.log('\n--urgent does not pass what could lose an enquiry:');
    for (const point of losing) console.log(`  - ${point.words}`);
    return false;
  }
  console.log(`\n--urgent: ${blocking.length + words.length} points above were passed. Settle them next.`);
  return true;
}

/** Asked each time, because a key that is gone is noticed only when it is too late. */
async function isKeyKept(site: ReturnType<typeof readSite>): Promise<boolean | undefined> {
  const given = values['key-ends'];
  if (given !== undefined) return isNewestEnd(given, site);
  const newest = newestKey(site);
  if (!isTerminal() || values.urgent) return undefined;
  if (!newest)
    throw new Stop(
      'This computer does not know how the sealing key ends: run `npm run setup`, which asks for it.',
    );
  const typed = await askPerson(
    `The last six characters of the sealing key ${newest}, from your password manager`,
    (value) => ({ value }),
  );
  return isNewestEnd(typed, site);
}

/** A desk that nobody has ever opened may be shut to everybody, and that shows only when somebody tries. */
async function sayWhetherReady(
  database: Parameters<typeof ask>[0],
  address: string,
  deskShut: string | undefined,
): Promise<void> {
  if (deskShut) {
    process.exitCode = 1;
    return console.log(`\nNot ready yet: nobody can open the desk. ${deskShut}`);
  }
  const isOpened = async () =>
    ask(database, `select value from settings where name = '${deskOpened}'`).length > 0 ? true : undefined;
  if (!(await isOpened())) {
    console.log(`\nNot ready yet: nobody has opened the desk. Please open ${address}/desk now, and sign in.`);
    if (!isTerminal()) return;
    await waitFor('you to open the desk', patience, isOpened).catch(() => {
      throw new Stop('Not ready: nobody has opened the desk. When you have, run this again.');
    });
  }
  console.log('Ready: the desk was opened by somebody who is signed in.');
}

async function sayWhatIsLive(config: string, before: Awaited<ReturnType<typeof uploadedVersions>>) {
  const live = await liveVersion(config).catch(() => undefined);
  const [former] = before;
  const isNew = live !== undefined && live !== former?.id;
  console.error(
    isNew
      ? `\nWhat is live now is the Worker that was just uploaded (${live}). The tables may stay as they are: migrations only add.`
      : `\nWhat is live now is still the Worker of before${live ? ` (${live})` : ', or none'}.`,
  );
  if (!isNew) return;
  console.error(
    former
      ? `To go back to the one of ${former.at.slice(0, 10)}:   npm run wrangler -- rollback ${former.id}
Its secrets come back with it, as they were then: after \`npm run keys -- add\` it cannot open what the newer key sealed.`
      : 'There is no earlier Worker to go back to: a rollback would put an empty one online. Correct what is wrong, and deploy again.',
  );
}

/** The commit that goes out, for the list of versions. */
function revision(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' });
  return (stdout ?? '').trim() || 'of no commit';
}
