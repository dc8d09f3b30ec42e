import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/wrangler.ts';

// An npm that installs nothing but its list, as it does for whoever keeps packages from running scripts.
const npm = `#!/bin/sh
if [ "$1" = ci ]; then mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json
else echo "$npm_config_ignore_scripts"; fi
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/npm'), npm);
  await chmod(join(folder, 'bin/npm'), 0o755);
  await writeFile(join(folder, 'package-lock.json'), '{ "packages": { "": {} } }');
  await cp(join(root, 'scripts/installed.mjs'), join(folder, 'scripts/installed.mjs'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32').each([
  ['true', 'npm ci --ignore-scripts=false'],
  ['false', 'See what `npm ci` prints'],
])('an install that leaves no Node says what to do, with ignore-scripts %s', (ignored, words) => {
  const env = {
    ...process.env,
    PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
    npm_config_ignore_scripts: ignored,
  };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/installed.mjs', 'scripts/none.ts'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(words) });
});
