import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { practiceAlias } from './tests/fixtures/practice-alias.ts';
import { fixtureSecrets } from './tests/fixtures/settings.ts';
import { writeFixtureConfig } from './tests/fixtures/wrangler-config.ts';

// Wrangler looks for required secrets here, and would otherwise take the newcomer's from .dev.vars.
Object.assign(process.env, fixtureSecrets);
const resolve = { alias: practiceAlias() };
const configPath = writeFixtureConfig('.wrangler/tests');

/** `worker` runs in workerd with a real local D1; `browser` drives a real Chromium against `wrangler dev`. */
export default defineConfig({
  test: {
    // One fewer than there are processors is vitest's own choice: on two of them, nothing would run side by side.
    maxWorkers: 2,
    // The Worker's own log lines: what they may say is tested, and forty of them hide the figures that tests print.
    onConsoleLog: (text) => !text.startsWith('{"event"'),
    projects: [
      {
        resolve,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath },
            miniflare: {
              bindings: {
                SCHEDULES: process.env.SCHEDULES ?? '200',
                MIGRATIONS: await readD1Migrations('./migrations'),
                ...fixtureSecrets,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          // A workerd for each file takes more time than the tests; tests/support/database.ts starts each file afresh.
          isolate: false,
          include: ['tests/{guard,journeys,pages}/**/*.test.ts'],
          setupFiles: './tests/support/database.ts',
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['tests/{browser,first-day}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          // What takes minutes: `npm run chaos` runs it.
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
