import { chooseAccount } from './account/account.ts';
import { learnedSite, mustBeThere } from './account/deployed.ts';
import { mergedConfig, namesOf } from './account/merged-config.ts';
import { ensureQueue, makeDatabase } from './account/parts.ts';
import {
  findSite,
  type SiteFile,
  sitePath,
  siteSchema,
  usualSettings,
  writeSite,
} from './account/site-file.ts';
import { ensureSecrets } from './account/site-secrets.ts';
import { judgeBy, judgeSetting, settingQuestions, settingsGiven } from './account/site-settings.ts';
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
  name: 'What is the site called on your account? Lower-case letters, digits and hyphens',
  where:
    'Where may the data be stored: “eu” for the European Union only, or “any”? The UK has no place of its own at Cloudflare, and UK law counts the EU as safe',
};
const usualAnswers = { name: 'acupuncture', where: 'eu' };

await command(async function setUp() {
  const given = settingsGiven(values.set, Object.keys(usualSettings()));

  heading('1. Your Cloudflare account');
  const former = findSite();
  const account = await chooseAccount(former?.account, values.account);
  if (former && values.name && values.name !== former.name)
    throw new Stop(`This copy is the site ${former.name}. Another one needs another copy of the repository.`);
  if (former?.database) await mustBeThere(former.database.id, mergedConfig(former));
  let site = former ?? (await firstSite(account));
  writeSite(site);

  heading('2. The database');
  const names = namesOf(site);
  const database = site.database ?? (await makeDatabase(names.database, site.where, mergedConfig(site)));
  site = { ...site, database };
  writeSite(site);
  done(`It is ${database.name}.`);

  heading('3. The queues');
  const config = mergedConfig(site);
  for (const queue of [names.queue, names.deadLetters]) await ensureQueue(queue, site.where, config);

  heading('4. Who you are');
  Object.assign(site.settings, given);
  writeSite(site);
  for (const [setting, question] of Object.entries(settingQuestions)) await settle(site, setting, question);

  heading('5. The secrets');
  await ensureSecrets(site, mergedConfig(site));

  heading('What is left');
  done(`All of this is noted in ${sitePath()}, which git ignores. Your account can give it back, except for the keys.
  \`npm run deploy\` puts the site online, shut to visitors. The facts about the practice are typed in at its desk, and it
  is opened there. Cloudflare Access, mail and all the rest: docs/launch.md.`);
});

/** The site as the account knows it already, or else a new one. */
async function firstSite(account: string): Promise<SiteFile> {
  const name = await answer('name');
  const fresh: SiteFile = { name, account, where: 'eu', settings: {}, keyEnds: {} };
  const learned = await learnedSite(fresh);
  return learned ?? { ...fresh, where: (await answer('where')) === 'any' ? 'any' : 'eu' };
}

async function answer(about: 'name' | 'where'): Promise<string> {
  const given = values[about];
  const usual = usualAnswers[about];
  const judge = (typed: string) => judgeBy(siteSchema.shape[about], typed.trim().toLowerCase());
  if (given === undefined && isTerminal()) return ask(questions[about], judge, usual);
  const judged = judge(given ?? usual);
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
