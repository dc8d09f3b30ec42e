import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../../scripts/wrangler.ts';

function run(script: string, args: string[], env: Record<string, string> = {}) {
  const all = ['--no-warnings', `scripts/${script}`, ...args];
  const { status, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stderr };
}

test('an option that there is not, or that npm has kept to itself, is answered in a sentence', () => {
  for (const [script, args, env, words] of [
    ['setup.ts', ['--help'], {}, "Unknown option '--help'. The options are --account"],
    ['setup.ts', ['--set'], {}, 'argument missing'],
    ['deploy/deploy.ts', ['--keyends', 'x'], {}, "Unknown option '--keyends'"],
    [
      'keys/rotate-keys.ts',
      ['add'],
      { npm_config_remote: 'true', npm_lifecycle_event: 'keys' },
      'Write "--" before the options: npm run keys -- --remote',
    ],
  ] as const) {
    const { status, stderr } = run(script, [...args], env);
    expect([args, status, stderr]).toEqual([args, 1, expect.stringContaining(words)]);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});
