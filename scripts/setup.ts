import { chooseAccount } from './account/account.ts';
import { liveSite, secretNames } from './account/deployed.ts';
import { mergedConfig, namesOf } from './account/merged-config.ts';
import { ensureQueue, listDatabases, makeDatabase } from './account/parts.ts';
import { ensureSecrets } from './account/secrets.ts';
import { type AskedName, askedSettings, judgeSetting } from './account/settings.ts';
import { findSite, type SiteFile, sitePath, usualSettings, writeSite } from './account/site-file.ts';
import { ask, done, heading, interrupted, isTerminal } from './account/terminal.ts';
import { readOptions } from './options.ts';
import { explain, Stop } from './stop.ts';

// From an empty Cloudflare account to one that can take `npm run deploy`. It looks before it makes, and writes down each
// step when it is done: it can be run again after anything went wrong, and on another computer.
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

process.on('SIGINT', interrupted);
try {
  await setUp();
} catch (error) {
  explain(error);
}

async function setUp(): Promise<void> {
  const given = settingsGiven(values.set);

  heading('1. Your Cloudflare account');
  const former = findSite();
  const account = await chooseAccount(former?.account, values.account);
  const name = former?.name ?? (await answer('name', values.name));
  if (former && values.name && values.name !== former.name)
    throw new Stop(`This copy is the site ${former.name}. Another one needs another copy of the repository.`);
  let site: SiteFile =
    former ?? (await rebuilt({ name, account, where: 'eu', settings: {}, keyEnds: {} }, values.where));
  if (former?.database) await mustBeThere(former.database.id, mergedConfig(former));
  keep(site);

  heading('2. The database');
  const names = namesOf(site);
  const database = site.database ?? (await makeDatabase(names.database, site.where, mergedConfig(site)));
  site = keep({ ...site, database });
  done(`It is ${database.name}.`);

  heading('3. The queues');
  for (const queue of [names.queue, names.deadLetters])
    await ensureQueue(queue, site.where, mergedConfig(site));

  heading('4. Who you are');
  site = keep({ ...site, settings: { ...site.settings, ...given } });
  for (const setting of Object.keys(askedSettings) as AskedName[]) site = await settle(site, setting);

  heading('5. The secrets');
  await ensureSecrets(site, mergedConfig(site));

  heading('What is left');
  done(`All of this is noted in ${sitePath()}, which git ignores. Your account can give it back, but for the keys.
  Cloudflare Access, mail and the facts about the practice: docs/launch.md. \`npm run launch-check\` lists what is open,
  and \`npm run deploy\` puts the site online.`);
}

function keep(site: SiteFile): SiteFile {
  writeSite(site);
  return site;
}

/** A site without its database would go online with an empty one, and what was in the other would not be missed. */
async function mustBeThere(id: string, config: string): Promise<void> {
  if ((await listDatabases(config)).some(({ uuid }) => uuid === id)) return;
  throw new Stop(
    `The site's database (${id}) is not on the account any more. If it was deleted, bring a backup back: npm run restore -- backups/… --without-newer. Nothing was changed.`,
  );
}

/** A site that is on the account already, as its Worker knows it; otherwise a new one. */
async function rebuilt(site: SiteFile, where: string | undefined): Promise<SiteFile> {
  const config = mergedConfig(site);
  const live = await liveSite(config);
  if (live.version && !live.database && !(await secretNames(config)).has('SEAL_KEYS'))
    throw new Stop(
      `There is a Worker called ${site.name} on the account, and it is not this software's. Give this site another name: npm run setup -- --name ….`,
    );
  if (live.database) await mustBeThere(live.database, config);
  const databases = await listDatabases(config);
  const found = live.database
    ? databases.find(({ uuid }) => uuid === live.database)
    : databases.find(({ name }) => name === namesOf(site).database);
  if (!found) return { ...site, where: whereIs(await answer('where', where)) };
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

async function answer(about: keyof typeof questions, given: string | undefined): Promise<string> {
  const { words, usual, fits, wrong } = questions[about];
  const judge = (typed: string) => (fits.test(typed) ? { value: typed.toLowerCase() } : { wrong });
  if (given === undefined && isTerminal()) return ask(words, judge, usual);
  const judged = judge((given ?? usual).trim());
  if ('wrong' in judged) throw new Stop(`--${about} ${given}: ${judged.wrong}`);
  return judged.value;
}

function whereIs(text: string): SiteFile['where'] {
  return text === 'any' ? 'any' : 'eu';
}

/** `--set NAME=value`, judged as if it had been typed. */
function settingsGiven(pairs: readonly string[]): Record<string, string> {
  const known = Object.keys(usualSettings());
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name = '', typed] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      if (typed === undefined) throw new Stop(`--set ${pair}: write it as --set NAME=value.`);
      if (!known.includes(name))
        throw new Stop(`--set ${pair}: there is no setting ${name || pair}. They are ${known.join(', ')}.`);
      const judged = judgeSetting(name, typed);
      if ('wrong' in judged) throw new Stop(`--set ${name}: ${judged.wrong}`);
      return [name, judged.value];
    }),
  );
}

async function settle(site: SiteFile, name: AskedName): Promise<SiteFile> {
  const now = site.settings[name];
  if (now) {
    done(`${name} is ${now}`);
    return site;
  }
  const { question } = askedSettings[name];
  if (!isTerminal()) {
    done(`${name} is not set. ${question}: --set ${name}=…`);
    return site;
  }
  const value = await ask(`${question} (empty: later)`, (typed) =>
    typed === '' ? { value: '' } : judgeSetting(name, typed),
  );
  return value ? keep({ ...site, settings: { ...site.settings, [name]: value } }) : site;
}
