import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** `worker` runs in workerd with a real local D1; `browser` drives a real Chromium against `wrangler dev`. */
const mail = {
  // Off, so that nothing is still being sent when the next test begins; tests of mail turn it on.
  MAIL_TO: '',
  MAIL_FROM: 'site@example.com',
  SITE_URL: 'https://practice.example',
};
const desk = {
  DESK_EMAILS: 'practitioner@example.com, second@example.com',
  ACCESS_AUD: 'test-audience',
  ...mail,
};
const secrets = testSecrets();
// Wrangler looks for required secrets here, and would otherwise take the newcomer's from .dev.vars.
Object.assign(process.env, secrets);

export default defineConfig({
  test: {
    // One fewer than there are processors is vitest's own choice: on two of them, nothing would run side by side.
    maxWorkers: 2,
    // The Worker's own log lines: what they may say is tested, and forty of them hide the figures that tests print.
    onConsoleLog: (text) => !text.startsWith('{"event"'),
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                SCHEDULES: process.env.SCHEDULES ?? '200',
                MIGRATIONS: await readD1Migrations('./migrations'),
                ...secrets,
                ...desk,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['tests/{guard,journeys,pages}/**/*.test.ts'],
          setupFiles: './tests/support/database.ts',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/** Known keys, so that a test can tell what was sealed with which. */
function testSecrets() {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
  return {
    SEAL_KEYS: `k1:${key(1)}`,
    ROOT_KEY: key(2),
  };
}
