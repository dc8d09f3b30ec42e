import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop } from '../../scripts/command.ts';
import { root } from '../../scripts/wrangler.ts';

/** Copies every file of this repository that git does not ignore, as it is now, and makes one commit of them. */
export function copyRepository(folder: string): void {
  for (const path of git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')) {
    // A file that was deleted and not yet committed is still on git's list.
    if (!path || !existsSync(join(root, path))) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commitAll(folder, 'As it is');
}

export function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  git(folder, ...who, 'commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message', message);
}

/** Clones it, as a practice does, and puts everything in place that an installation would. */
export function cloneRepository(from: string, folder: string): void {
  git(from, 'clone', '--quiet', from, folder);
  const [ours, theirs] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(theirs);
  // One link for each package: through a link to the whole folder, an installation there would empty ours.
  for (const name of readdirSync(ours)) symlinkSync(join(ours, name), join(theirs, name));
}

export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
