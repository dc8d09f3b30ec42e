import { resolve } from 'node:path';
import { explain, Stop } from '../stop.ts';
import { checkFilledIn } from './check.ts';
import { change, copyTo, fillInFacts, git } from './copy.ts';
import { filledConfig, filledVars } from './values.ts';

// Copies the repository as a practice has it that has settled everything: its tests must be as green as ours.
const usage = `npm run filled-in -- FOLDER

Makes a copy of this repository in an empty folder, with every fact about the practice and every setting at another
value and nothing left to confirm. Then: cd FOLDER && npm test`;

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new Stop(usage);
  const folder = resolve(name);
  copyTo(folder);
  fillInFacts(folder);
  change(folder, 'wrangler.toml', fillInToml);
  await checkFilledIn(folder);
  commit(folder);
  console.log(`A practice that has settled everything is in ${folder}`);
} catch (error) {
  explain(error);
}

function fillInToml(text: string): string {
  const { name, account_id, database_id, pattern } = filledConfig;
  // What is of the top level goes where its name is: after the first table it would belong to that.
  const top = `account_id = "${account_id}"\nroutes = [{ pattern = "${pattern}", custom_domain = true }]`;
  return Object.entries({ ...filledVars, name, database_id })
    .reduce((rest, [key, value]) => setInToml(rest, key, value), text)
    .replace(/^(?:account_id|routes) = .*\n/gm, '')
    .replace(/^name = .*$/m, (line) => `${line}\n${top}`);
}

/** Changes a single line, so that the comments stay. */
function setInToml(text: string, name: string, value: string): string {
  const line = new RegExp(`^${name} = ".*"$`, 'm');
  if (!line.test(text)) throw new Stop(`wrangler.toml has no line for ${name}`);
  return text.replace(line, () => `${name} = "${value}"`);
}

// The formatter reads .gitignore only in a repository, and a copy of a copy needs a list of files.
function commit(folder: string) {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  const who = ['-c', 'user.name=A practice', '-c', 'user.email=practice@example.com'];
  git(folder, ...who, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message', 'Filled in');
}
