import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs, styleText } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { secretNamesIn } from '../guard/launch/secret-names.ts';
import { noteKeyEnds } from './key-ends.ts';
import { inToml, setInToml } from './settings-file.ts';
import { heading, wranglerSteps } from './steps.ts';
import { explain, Stop } from './stop.ts';
import { root } from './wrangler.ts';

// From an empty Cloudflare account to one that can take `npm run deploy`. What is there already stays as it is, so it
// can be run again after anything went wrong.
const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    config: { type: 'string', default: `${root}/wrangler.toml` },
  },
});
const dryRun = values['dry-run'];
const { run, read } = wranglerSteps(dryRun);
const noDatabase = '00000000-0000-0000-0000-000000000000';
const answers = createInterface({ input: process.stdin, output: process.stdout });

try {
  signIn();
  await makeDatabase();
  makeQueues();
  await askSettings();
  setSecrets();
  heading('What is left');
  console.log(`  Cloudflare Access in front of /desk, your domain, mail, and the facts about the practice: docs/launch.md.
  \`npm run launch-check\` lists what is open, and \`npm run deploy\` puts the site online.`);
} catch (error) {
  explain(error);
} finally {
  answers.close();
}

function signIn() {
  heading('1. Your Cloudflare account');
  if (!read(['whoami', '--json']) && !dryRun) run(['login']);
}

async function makeDatabase() {
  heading('2. The database');
  if (inToml(settings(), 'database_id') !== noDatabase) return done('It is named in wrangler.toml already.');
  const where = await ask(
    'Where may the data be kept: "eu" for the European Union only, or "any"? The UK has no place of its own at Cloudflare, and UK law counts the EU as safe.',
    'eu',
  );
  if (where !== 'eu' && where !== 'any') throw new Stop('Please answer "eu" or "any", and run this again.');
  const jurisdiction = where === 'eu' ? ['--jurisdiction', 'eu'] : ['--location', 'weur'];
  const printed = read(['d1', 'create', 'enquiries', ...jurisdiction, '--update-config', 'false']);
  if (dryRun) return;
  const [id] = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(printed ?? '') ?? [];
  if (!id)
    throw new Stop(
      'No database was made. If there is one called "enquiries" already, put its id into wrangler.toml: npx wrangler d1 list',
    );
  change('database_id', id);
}

function makeQueues() {
  heading('3. The queues');
  const there = read(['queues', 'list']) ?? '';
  for (const name of ['enquiries', 'enquiries-dead'])
    if (new RegExp(`\\b${name}(?![\\w-])`).test(there)) done(`${name} is there already.`);
    else run(['queues', 'create', name]);
}

async function askSettings() {
  heading('4. Who you are');
  const questions = {
    SITE_URL: 'The address of the site, like https://backpain.my-practice.co.uk',
    DESK_EMAILS: 'The email addresses that may open the desk, separated by commas',
    MAIL_TO: 'Who is told of a new enquiry',
    MAIL_FROM: 'The address those mails come from, on a subdomain of yours',
    ACCESS_AUD: 'The audience tag of the Access application (empty if you have none yet)',
  };
  for (const [name, question] of Object.entries(questions)) {
    const now = inToml(settings(), name);
    if (now) done(`${name} is ${now}`);
    else change(name, await ask(question, ''));
  }
}

function setSecrets() {
  heading('5. The secrets');
  const held = secretNamesIn(read(['secret', 'list']) ?? '') ?? new Set<string>();
  const { secrets } = unstable_readConfig({ config: values.config });
  for (const name of secrets?.required ?? []) {
    if (held.has(name)) {
      done(`${name} is set already.`);
      continue;
    }
    const key = randomBytes(32).toString('base64url');
    run(['secret', 'put', name], name === 'SEAL_KEYS' ? `k1:${key}` : key);
    if (name === 'SEAL_KEYS' && !dryRun) showKey(key);
  }
}

function showKey(key: string) {
  noteKeyEnds(root, 'k1', key);
  console.log(`
${styleText('bold', 'Keep this in your password manager now, as "sealing key k1":')}

  k1:${key}

Without it nobody can ever read the enquiries again: not you, not we, not Cloudflare. It is shown this once.`);
}

async function ask(question: string, usual: string): Promise<string> {
  console.log(`  ${question}`);
  if (dryRun) return usual;
  return (await answers.question(usual ? `  [${usual}] ` : '  > ')).trim() || usual;
}

function settings(): string {
  return readFileSync(values.config, 'utf8');
}

function change(name: string, value: string) {
  if (dryRun || !value) return;
  writeFileSync(values.config, setInToml(settings(), name, value));
  done(`${name} stands in wrangler.toml.`);
}

function done(words: string) {
  console.log(`  ${words}`);
}
