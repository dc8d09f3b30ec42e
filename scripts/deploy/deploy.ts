import { paths } from '../../pages/paths.ts';
import { liveSite } from '../account/deployed.ts';
import { mergedConfig } from '../account/merged-config.ts';
import { readSite, usualSettings } from '../account/site-file.ts';
import { heading } from '../account/terminal.ts';
import { runOnAccount } from '../account/wrangler-on-account.ts';
import { command, readOptions, Stop } from '../command.ts';
import { asking, remote } from '../d1.ts';
import { storedPractice } from '../stored-practice.ts';
import { carryOver } from './carry-over.ts';
import { mayGo } from './may-go.ts';
import { copyOf, inVariable } from './practice-copy.ts';
import { isOpen, isTaken } from './site-answers.ts';
import { smoke } from './smoke.ts';
import { waitForCanary, waitForDesk } from './waiting.ts';
import { refuseOlderFile, sayChanges, sayWhatIsLive } from './what-is-live.ts';

// Puts the site online, and stops at the first thing that is wrong. It judges this site, not the software: that is what
// the software's own tests are for.
const { values } = readOptions({
  options: {
    'key-ends': { type: 'string' },
    urgent: { type: 'boolean', default: false },
    'replace-website': { type: 'boolean', default: false },
    'may-shut': { type: 'boolean', default: false },
    // In minutes: how long to wait for what the platform does in its own time.
    patience: { type: 'string', default: '20' },
  },
});

await command(async function deploy() {
  const minutes = Number(values.patience);
  if (!(minutes > 0)) throw new Stop('--patience takes a number of minutes, like 20.');
  const patience = { longest: minutes * 60_000, between: Math.min(10_000, minutes * 2_000) };
  const site = readSite();
  const config = mergedConfig(site);
  const settings = { ...usualSettings(), ...site.settings };
  const { ACCESS_TEAM: team = '', ACCESS_AUD: audience = '', SITE_URL: address = '' } = settings;
  const database = remote(config);

  heading('1. Is anything missing?');
  let copy = copyOf(site.database ? storedPractice(asking(database)) : {}, new Date());
  await mayGo(site, { config, copy, end: values['key-ends'], urgent: values.urgent });
  const before = await liveSite(config);
  refuseOlderFile(site, before);
  sayChanges(before, settings);
  const isNew = before.settings.SITE_URL !== address;
  if (isNew && !values['replace-website'] && (await isTaken(address)))
    throw new Stop(
      `There is a website at ${address} already, and it would be gone. Give this site an address of its own (npm run setup -- --set SITE_URL=…), or say --replace-website. Nothing was changed.`,
    );

  if (!copy.open && !values['may-shut'] && (await isOpen(address)))
    throw new Stop(
      `Visitors can use ${address} now, and with this version they would read that it opens soon: at its desk nobody has opened it. If you have just shut it, wait a minute. Otherwise read CHANGELOG.md; --may-shut goes on. Nothing was changed.`,
    );

  heading('2. The database');
  // They only add: the Worker that is online works with the new tables as well.
  await runOnAccount(['d1', 'migrations', 'apply', 'DB', '--remote'], { config, show: true });

  // The copy that goes out has them too: the privacy notice says from it how long enquiries are stored.
  if (carryOver(site, asking(database))) copy = copyOf(storedPractice(asking(database)), new Date());

  heading('3. The Worker');
  try {
    const withCopy = mergedConfig({
      ...site,
      settings: { ...site.settings, PRACTICE_COPY: inVariable(copy) },
    });
    await runOnAccount(['deploy'], { config: withCopy, show: true });

    heading('4. Is it there?');
    const plain = address.startsWith('https:') ? { plain: address.replace('https:', 'http:') } : {};
    const { open } = copy;
    const found = await smoke({ site: address, team, audience, open, ...plain }, patience);
    await waitForCanary(database, patience);
    for (const warning of found.warnings) console.log(`  Please look: ${warning}`);
    console.log(`\nThe site is online: ${address}`);
    if (found.deskShut) {
      console.log(`\nNot ready yet: nobody can open the desk. ${found.deskShut}`);
      process.exitCode = 1;
      return;
    }
    await waitForDesk(database, address, patience);
    if (found.shut) sayShut(address);
  } catch (error) {
    await sayWhatIsLive(config, before);
    throw error;
  }
});

function sayShut(address: string): void {
  console.log(`
The site is shut: visitors read that it opens soon. You open it at the desk, which says what is missing:
  ${address}${paths.opening}
When you have, deploy once more. Each deploy takes a copy of your facts along, for when the database does not answer.`);
}
