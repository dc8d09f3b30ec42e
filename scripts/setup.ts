import { chooseAccount } from './account/account.ts';
import { liveSite, secretNames } from './account/deployed.ts';
import { mergedConfig, namesOf } from './account/merged-config.ts';
import { ensureQueue, listDatabases, makeDatabase } from './account/parts.ts';
import { findSite, type SiteFile, sitePath, usualSettings, writeSite } from './account/site-file.ts';
import { ensureSecrets } from './account/site-secrets.ts';
import { askedSettings, judgeSetting, settingsGiven } from './account/site-settings.ts';
import { ask, done, heading, isTerminal } from './account/terminal.ts';
import { command, readOptions, Stop } from './command.ts';

// From an empty Cloudflare account to one that can take `npm run deploy`. It looks before it makes anything, and notes
// each step when it is done: it can be run again after anything went wrong, and on another computer.
const { values } = readOptions({
  options: {
    account: { type: 'string' },
    name: { type: 'string' },
    where: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});

const questions = {
  name: {
    words: 'What is the site called on your account? Lower-case letters, digits and hyphens',
    usual: 'acupuncture',
    fits: /^[a-z][a-z0-9-]{0,39}$/i,
    wrong: 'Lower-case letters, digits and hyphens, 40 at most, a letter first.',
  },
  where: {
    words:
      'Where may the data be kept: “eu” for the European Union only, or “any”? The UK has no place of its own at Cloudflare, and UK law counts the EU as safe',
    usual: 'eu',
    fits: /^(eu|any)$/i,
    wrong: 'Please answer “eu” or “any”.',
  },
} as const;

await command(async function setUp() {
  const given = settingsGiven(values.set, Object.keys(usualSettings()));

  heading('1. Your Cloudflare account');
  const former = findSite();
  const account = await chooseAccount(former?.account, values.account);
  const name = former?.name ?? (await answer('name'));
  if (former && values.name && values.name !== former.name)
    throw new Stop(`This copy is the site ${former.name}. Another one needs another copy of the repository.`);
  let site = former ?? (await learned({ name, account, where: 'eu', settings: {}, keyEnds: {} }));
  if (former?.database) await mustBeThere(former.database.id, mergedConfig(former));
  writeSite(site);

  heading('2. The database');
  const names = namesOf(site);
  const database = site.database ?? (await makeDatabase(names.database, site.where, mergedConfig(site)));
  site = { ...site, database };
  writeSite(site);
  done(`It is ${database.name}.`);

  heading('3. The queues');
  for (const queue of [names.queue, names.deadLetters])
    await ensureQueue(queue, site.where, mergedConfig(site));

  heading('4. Who you are');
  Object.assign(site.settings, given);
  writeSite(site);
  for (const [setting, { question }] of Object.entries(askedSettings)) await settle(site, setting, question);

  heading('5. The secrets');
  await ensureSecrets(site, mergedConfig(site));

  heading('What is left');
  done(`All of this is noted in ${sitePath()}, which git ignores. Your account can give it back, except for the keys.
  Cloudflare Access, mail and the facts about the practice: docs/launch.md. \`npm run launch-check\` lists what is open,
  and \`npm run deploy\` puts the site online.`);
});

/** A site without its database would go online with an empty one, and what was in the other would not be missed. */
async function mustBeThere(id: string, config: string): Promise<void> {
  if ((await listDatabases(config)).some(({ uuid }) => uuid === id)) return;
  throw new Stop(
    `The site's database (${id}) is not on the account any more. If it was deleted, restore a backup: npm run restore -- backups/… --without-newer. Nothing was changed.`,
  );
}

/** A site that is on the account already, as its Worker knows it; otherwise a new one. */
async function learned(site: SiteFile): Promise<SiteFile> {
  const config = mergedConfig(site);
  const live = await liveSite(config);
  if (live.version && !live.database && !(await secretNames(config)).has('SEAL_KEYS'))
    throw new Stop(
      `There is a Worker called ${site.name} on the account, and it is not this software's. Give this site another name: npm run setup -- --name ….`,
    );
  if (live.database) await mustBeThere(live.database, config);
  const found = (await listDatabases(config)).find(({ uuid, name }) =>
    live.database ? uuid === live.database : name === namesOf(site).database,
  );
  if (!found) return { ...site, where: (await answer('where')) === 'any' ? 'any' : 'eu' };
  done(
    `A site of that name is there already${live.database ? ', and online' : ''}: this computer learns it from there.`,
  );
  const usual = usualSettings();
  const own = Object.entries(live.settings).filter(
    ([name, value]) => Object.hasOwn(usual, name) && usual[name] !== value,
  );
  return {
    ...site,
    where: found.jurisdiction === 'eu' ? 'eu' : 'any',
    database: { name: found.name, id: found.uuid },
    settings: Object.fromEntries(own),
  };
}

async function answer(about: keyof typeof questions): Promise<string> {
  const { words, usual, fits, wrong } = questions[about];
  const given = values[about];
  const judge = (typed: string) => (fits.test(typed) ? { value: typed.toLowerCase() } : { wrong });
  if (given === undefined && isTerminal()) return ask(words, judge, usual);
  const judged = judge((given ?? usual).trim());
  if ('wrong' in judged) throw new Stop(`--${about} ${given}: ${judged.wrong}`);
  return judged.value;
}

/** Asks for a setting that is missing; without a terminal, says how to give it. */
async function settle(site: SiteFile, name: string, question: string): Promise<void> {
  const now = site.settings[name];
  if (now) return done(`${name} is ${now}`);
  if (!isTerminal()) return done(`${name} is not set. ${question}: --set ${name}=…`);
  const value = await ask(`${question} (empty: later)`, (typed) =>
    typed === '' ? { value: '' } : judgeSetting(name, typed),
  );
  if (value === '') return;
  site.settings[name] = value;
  writeSite(site);
}
