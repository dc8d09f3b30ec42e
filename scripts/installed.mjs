import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, '.wrangler/installing');

// The npm package `node`: from here on, the Node outside no longer matters.
const installedNode = join(root, `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);

// Every command begins here: what a fresh machine lacks is installed, and the command runs on the installed Node as if
// it were this process, with its signals and its exit code.
const [script, ...args] = process.argv.slice(2);
await installWhatIsMissing();
const child = spawn(installedNode, [script, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const watch = process.env.npm_lifecycle_event && whenNpmEnds(process.ppid);
child.once('close', (code) => {
  clearInterval(watch);
  process.exitCode = code ?? 1;
});

// A signal sent to npm alone ends npm and its shell, and never reaches us.
function whenNpmEnds(parent) {
  return setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
}

/** Runs `npm ci` unless node_modules is what package-lock.json says. Ends the process with a sentence if that fails. */
async function installWhatIsMissing() {
  if (isInstalled()) return;
  await takeLock();
  const wrong = isInstalled() ? undefined : install();
  rmSync(lock, { force: true });
  if (!wrong) return;
  console.error(wrong);
  process.exit(1);
}

/** Two runs at once take turns; a lock whose owner is gone counts for nothing. */
async function takeLock() {
  mkdirSync(join(root, '.wrangler'), { recursive: true });
  for (let tries = 0; ; tries++) {
    try {
      return writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (ownerIsGone()) rmSync(lock, { force: true });
    else if (tries === 0) console.log('Waiting for another run, which is installing …');
    await pause(500);
  }
}

function ownerIsGone() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Compares with the list npm leaves behind as its very last step, so that a broken-off install counts as none. */
function isInstalled() {
  const list = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list) || !existsSync(installedNode)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const found = packages(list);
  const same = (path) =>
    found[path]?.version === wanted[path]?.version && found[path]?.integrity === wanted[path]?.integrity;
  const missing = Object.keys(wanted).filter((path) => path && !found[path] && !wanted[path].optional);
  return missing.length === 0 && Object.keys(found).every(same);
}

function packages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** What went wrong, in a sentence. */
function install() {
  const started = Date.now();
  console.log('Installing what this needs (a minute or two) …');
  const { status, error, stdout, stderr } = npm(
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  );
  if (error)
    return 'npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and run this again.';
  if (status !== 0) {
    const lines = [...(stdout + stderr).matchAll(/^npm (?:error|ERR!) (?!code |syscall |errno )(.*\w.*)$/gm)];
    return `npm ci failed: ${lines[0]?.[1].trim() ?? 'see what `npm ci` prints.'}`;
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  if (isInstalled()) return undefined;
  // Whoever set that had a reason, so it is said and never overruled.
  return npm('config', 'get', 'ignore-scripts').stdout.trim() === 'true'
    ? 'Node was not put in place, because your npm is set to `ignore-scripts`. To let the packages of this project run theirs, this once: npm ci --ignore-scripts=false'
    : 'npm ci ended well, yet something is missing. See what `npm ci` prints.';
}

function npm(...args) {
  // npm deletes node_modules first, so it must not run on the Node in there.
  const folders = (process.env.PATH ?? '').split(delimiter);
  const outside = folders.filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  return spawnSync('npm', args, {
    cwd: root,
    env: { ...process.env, PATH: outside.join(delimiter) },
    encoding: 'utf8',
    // On Windows npm is a batch file.
    shell: process.platform === 'win32',
  });
}
