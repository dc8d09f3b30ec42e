import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inToml, setInToml } from '../../scripts/settings-file.ts';
import { root } from '../../scripts/wrangler.ts';

function run(script: string, ...args: string[]) {
  const all = ['--no-warnings', `scripts/${script}`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: root, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

test('setting up says every command that it would run, in order, and changes nothing in a dry run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'));
  const config = join(folder, 'wrangler.toml');
  const noDatabase = '00000000-0000-0000-0000-000000000000';
  const notSetUp = setInToml(await readFile(join(root, 'wrangler.toml'), 'utf8'), 'database_id', noDatabase);
  await writeFile(config, notSetUp);
  const { status, text } = run('setup.ts', '--dry-run', '--config', config);
  expect(status).toBe(0);
  const commands = [...text.matchAll(/would run: npx wrangler (.*)/g)].map(([, command]) => command);
  expect(commands).toEqual([
    'whoami --json',
    'd1 create enquiries --jurisdiction eu --update-config false',
    'queues list',
    'queues create enquiries',
    'queues create enquiries-dead',
    'secret list',
    ...['SEAL_KEYS', 'DEDUPE_KEY', 'TAG_KEY', 'PERSON_KEY', 'LINK_KEY'].map(
      (name) => `secret put ${name}   (the value goes in unseen)`,
    ),
  ]);
  expect(await readFile(config, 'utf8')).toBe(notSetUp);
  await rm(folder, { recursive: true });
});

test('what is filled in takes the place of the empty value, and every comment stays', async () => {
  const before = await readFile(join(root, 'wrangler.toml'), 'utf8');
  const after = setInToml(before, 'SITE_URL', 'https://a-practice.co.uk');
  expect(inToml(after, 'SITE_URL')).toBe('https://a-practice.co.uk');
  expect(after.match(/^#.*$/gm)).toEqual(before.match(/^#.*$/gm));
  expect(() => setInToml(before, 'SITE_URL', 'a"b')).toThrow('quotation mark');
});

test('a dry run of a deploy lists what is open, says its steps and builds the Worker', () => {
  const { status, text } = run('deploy.ts', '--dry-run');
  expect(status).toBe(0);
  const steps = [
    'Launch check',
    // Open in every dry run, whatever the practice has settled: it asks for no key.
    'Give back the last six characters of the sealing key',
    'd1 migrations apply DB --remote',
    'Total Upload',
    'test enquiry',
  ];
  const places = steps.map((step) => text.indexOf(step));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
