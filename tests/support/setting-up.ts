import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isKeyEnd } from '../../scripts/key-ends.ts';
import { root } from '../../scripts/wrangler.ts';
import { type Cloudflare, startCloudflare } from './cloudflare/cloudflare.ts';
import { newestVersion, scriptNamed } from './cloudflare/script.ts';
import { onTerminal, type Step, type Typing } from './terminal.ts';

export type { Step };

// `npm run setup`, `deploy` and their like, run for real against the stand-in of Cloudflare's API.

/** Settings as a practice would answer; the audience tag and the address are the test's own. */
export const answers = {
  SITE_URL: 'https://backpain.practice.co.uk',
  ACCESS_TEAM: 'practice',
  ACCESS_AUD: 'ab'.repeat(32),
  DESK_EMAILS: 'me@practice.co.uk',
  MAIL_FROM: 'site@mail.practice.co.uk',
};

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
export const givenKeys = { SEAL_KEYS: `k1:${key(11)}`, ROOT_KEY: key(12) };

/** What a person types: every question of a new site, each key copied back from what was shown. */
export const typed = steps({ ...answers, SITE_URL: 'backpain.practice.co.uk/' });

export function steps(given: typeof answers): Step[] {
  return [
    [/called on your account.*> $/s, ''],
    [/data be stored.*> $/s, 'EU'],
    [/address of the site.*> $/s, given.SITE_URL],
    [/Zero Trust team.*> $/s, given.ACCESS_TEAM],
    [/audience tag.*> $/s, given.ACCESS_AUD],
    [/may open the desk.*> $/s, given.DESK_EMAILS],
    [/mails about enquiries come from.*> $/s, given.MAIL_FROM],
    [/last six characters of the sealing key.*> $/s, (shown) => lastKey(shown, /k1:([\w-]{43})/g)],
    [/last six characters of the root key.*> $/s, (shown) => lastKey(shown, /^ {2}([\w-]{43})$/gm)],
  ];
}

function lastKey(shown: string, shape: RegExp): string {
  return [...shown.matchAll(shape)].at(-1)?.[1]?.slice(-6) ?? '';
}

export type Account = Awaited<ReturnType<typeof newAccount>>;

interface Options extends NonNullable<Parameters<typeof startCloudflare>[0]> {
  /** The copy of the repository whose commands are run. */
  home?: string;
}

/** An account at the stand-in, and a computer with a site file of its own. */
export async function newAccount({ home = root, ...options }: Options = {}) {
  const cloudflare: Cloudflare = await startCloudflare({
    zones: ['practice.co.uk', 'localhost'],
    ...options,
  });
  const folder = await mkdtemp(join(tmpdir(), 'account-'));
  let file = join(folder, 'site.json');
  // What this very test run has as secrets is not what a person has in their terminal.
  const none = { SEAL_KEYS: undefined, ROOT_KEY: undefined, SITE: undefined };

  function run(script: string, args: readonly string[] = [], env: Record<string, string | undefined> = {}) {
    const all = ['--no-warnings', `scripts/${script}`, ...args];
    return cloudflare
      .run(process.execPath, all, { cwd: home, env: { ...none, SITE_FILE: file, ...env } })
      .then(({ status, stdout, stderr }) => ({ status, text: stdout + stderr }));
  }

  /** A command of a guide, as it stands there: without a shell's marks. */
  function npm(command: string, env: Record<string, string | undefined> = {}) {
    const [program = '', ...args] = command.split(' ');
    return cloudflare
      .run(program, args, { cwd: home, env: { ...none, SITE_FILE: file, ...env } })
      .then(({ status, stdout, stderr }) => ({ status, text: stdout + stderr }));
  }

  function npmOnTerminal(command: string, typing: readonly Step[] | Typing) {
    const [program = '', ...args] = command.split(' ');
    return onTerminal(program, args, cloudflare.environment({ ...none, SITE_FILE: file }), typing, home);
  }

  function type(script: string, typing: readonly Step[] | Typing, args: readonly string[] = []) {
    const env = cloudflare.environment({ ...none, SITE_FILE: file });
    return onTerminal(process.execPath, ['--no-warnings', `scripts/${script}`, ...args], env, typing);
  }

  return {
    cloudflare,
    folder,
    run,
    npm,
    npmOnTerminal,
    /** On a terminal, with what is typed there. */
    type,
    /** With every answer and key given, as a script would. */
    setUp: (more: Partial<typeof answers> = {}, args: readonly string[] = []) =>
      run('setup.ts', [...setAll({ ...answers, ...more }), ...args], givenKeys),
    site: async () => JSON.parse(await readFile(file, 'utf8')),
    /** From here on it is another computer, which knows nothing yet. */
    otherComputer() {
      file = join(folder, `other-${crypto.randomUUID()}.json`);
    },
    async stop() {
      await cloudflare.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function setAll(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
}

/** The same end, however it was reached: nothing is missing, nothing is there twice, and somebody has the key that is set. */
export async function expectSetUp({ cloudflare, site }: Account, name = 'acupuncture'): Promise<void> {
  const { account } = cloudflare;
  const known = await site();
  expect(account.databases.map((one) => [one.name, one.jurisdiction])).toEqual([[`${name}-enquiries`, 'eu']]);
  expect(known.database).toEqual({ name: `${name}-enquiries`, id: account.databases[0]?.uuid });
  expect(
    account.queues
      .map((one) => [one.name, one.jurisdiction, one.settings.message_retention_period])
      .toSorted(),
  ).toEqual([
    [`${name}-enquiries`, 'eu', 1_209_600],
    [`${name}-enquiries-dead`, 'eu', 1_209_600],
  ]);
  const secrets = newestVersion(scriptNamed(account, name))?.secrets ?? new Map();
  expect([...secrets.keys()].toSorted()).toEqual(['ROOT_KEY', 'SEAL_KEYS']);
  expect(
    isKeyEnd(
      String(secrets.get('SEAL_KEYS'))
        .slice(-9)
        .replace(/^.*(.{6})$/, 'k1:$1'),
      known.keyEnds,
    ),
  ).toBe(true);
  expect(isKeyEnd(`root:${String(secrets.get('ROOT_KEY')).slice(-6)}`, known.keyEnds)).toBe(true);
}
