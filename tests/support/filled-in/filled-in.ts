import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command, Stop } from '../../../scripts/command.ts';
import { copyTo, fillInFacts, git } from './filled-in-copy.ts';
import { filledSite } from './other-practice.ts';

// Copies the repository as a practice has it that has settled everything: its tests must pass like ours.
const usage = `npm run filled-in -- FOLDER

Makes a copy of this repository in an empty folder, with every fact about the practice at another value, nothing left to
confirm, and a site.json with every setting at another value. Then: cd FOLDER && npm test`;

await command(() => {
  const [name] = process.argv.slice(2);
  if (!name) throw new Stop(usage);
  const folder = resolve(name);
  copyTo(folder);
  fillInFacts(folder);
  writeFileSync(join(folder, 'site.json'), JSON.stringify(filledSite, null, 2));
  // The formatter reads .gitignore only in a repository, and a copy of a copy needs a list of files.
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  const who = ['-c', 'user.name=A practice', '-c', 'user.email=practice@example.com'];
  git(folder, ...who, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message', 'Filled in');
  console.log(`A practice that has settled everything is in ${folder}`);
});
