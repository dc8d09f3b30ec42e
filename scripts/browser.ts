import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { Stop } from './command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].map((folder) =>
    join(folder ?? '/', 'Google/Chrome/Application/chrome.exe'),
  ),
];

/** The path of a Chrome or Chromium that runs: the one named in CHROMIUM_PATH, or the system's, or a new one. */
export function findBrowser(): string {
  const found = presentBrowser() ?? (installOnDebian() || download() ? presentBrowser() : undefined);
  if (found) return found;
  throw new Stop(
    'There is no browser for the tests: install Chrome or Chromium, or set CHROMIUM_PATH to its program file.',
  );
}

/** As `findBrowser`, but installs nothing. */
export function presentBrowser(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (runs(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Stop(`CHROMIUM_PATH is ${CHROMIUM_PATH}, and no browser runs there: correct it, or unset it.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces, chromium.executablePath()].find(runs);
}

// Ubuntu's chromium-browser is a note that tells people to install something else: only one that runs will do.
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  // Asked for its version, Chrome on Windows opens a window.
  return process.platform === 'win32' || succeeds(path, ['--version'], 'ignore');
}

function installOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'], 'ignore')) return false;
  console.log('No browser found: installing the Debian package chromium …');
  const install = ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'];
  return succeeds('apt-get', ['-qq', 'update']) && succeeds('apt-get', install);
}

function download(): boolean {
  console.log('No browser found: downloading the Chromium of playwright-core …');
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
  return succeeds(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
}

function succeeds(program: string, args: string[], stdio: 'ignore' | 'inherit' = 'inherit'): boolean {
  try {
    execFileSync(program, args, { stdio, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    return true;
  } catch {
    return false;
  }
}
