import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop } from '../../../scripts/command.ts';
import { root } from '../../../scripts/wrangler.ts';

/** Copies every file of this repository that git does not ignore, as it is now, into an empty folder. */
export function copyTo(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Stop(`${folder} is not empty.`);
  for (const path of git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')) {
    // A file that was deleted and not yet committed is still on git's list.
    if (!path || !existsSync(join(root, path))) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
}

/** Leaves nothing to confirm. */
export function fillInFacts(folder: string): void {
  for (const name of ['claims', 'findings', 'sources'])
    change(folder, `pages/content/${name}.ts`, (text) =>
      text.replace(/^\s*(?:toConfirm|citationToConfirm): true,\n/gm, ''),
    );
  change(folder, 'pages/content/bank-holidays.ts', (text) => text.replace(/(toConfirm): true/, '$1: false'));
}

function change(folder: string, path: string, how: (text: string) => string): void {
  const file = join(folder, path);
  const changed = how(readFileSync(file, 'utf8'));
  const left = /^.*toConfirm: true.*$/im.exec(changed);
  if (left) throw new Stop(`${path} still has something to confirm: ${left}`);
  writeFileSync(file, changed);
}

export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
