import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkFilledIn } from './filled-in-check.ts';
import { filledConfig, filledFacts, filledVars } from './filled-in-values.ts';
import { explain, Stop } from './stop.ts';
import { root } from './wrangler.ts';

// Copies the repository as a practice has it that has settled everything: its tests must be as green as ours.
const usage = `npm run filled-in -- FOLDER

Makes a copy of this repository in an empty folder, with every fact about the practice and every setting at another
value and nothing left to confirm. Then: cd FOLDER && npm test`;

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new Stop(usage);
  const folder = resolve(name);
  copyTo(folder);
  fillIn(folder);
  await checkFilledIn(folder);
  commit(folder);
  console.log(`A practice that has settled everything is in ${folder}`);
} catch (error) {
  explain(error);
}

function copyTo(folder: string) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Stop(`${folder} is not empty.`);
  for (const path of git(root, 'ls-files', '-z').split('\0')) {
    // A file that was deleted and not yet committed is still on git's list.
    if (!path || !existsSync(join(root, path))) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
}

function fillIn(folder: string) {
  change(folder, 'pages/content/practice.ts', (text) =>
    Object.entries(filledFacts).reduce(
      (rest, [key, fact]) => rest.replace(new RegExp(`^  ${key}: .*,$`, 'm'), () => `  ${key}: '${fact}',`),
      text,
    ),
  );
  for (const name of ['claims', 'findings', 'sources'])
    change(folder, `pages/content/${name}.ts`, (text) =>
      text.replace(/^\s*(?:toConfirm|citationToConfirm): true,\n/gm, ''),
    );
  change(folder, 'pages/content/bank-holidays.ts', (text) =>
    text.replace('toConfirm: true', 'toConfirm: false'),
  );
  change(folder, 'wrangler.toml', fillInToml);
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

function change(folder: string, path: string, how: (text: string) => string) {
  const file = join(folder, path);
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}

// The formatter reads .gitignore only in a repository, and a copy of a copy needs a list of files.
function commit(folder: string) {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  const who = ['-c', 'user.name=A practice', '-c', 'user.email=practice@example.com'];
  git(folder, ...who, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message', 'Filled in');
}

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
