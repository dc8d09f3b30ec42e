import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { fixtureSecrets } from './tests/fixtures/settings.ts';
import { writeFixtureConfig } from './tests/fixtures/wrangler-config.ts';

// Wrangler looks for required secrets here, and would otherwise take the newcomer's from .dev.vars.
Object.assign(process.env, fixtureSecrets);
// A file runs in the process of the one before it: tests leave nothing behind, and to load the Worker, wrangler or the
// browser's driver anew takes longer than most files do.
const isolate = false;
const configPath = writeFixtureConfig('.wrangler/tests');

/** Those that take longest come first: begun last, one of them would run alone while the other processor idles. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longest = ['first-day', 'accessibility'];
    const isLong = ({ moduleId }: TestSpecification) =>
      longest.some((name) => moduleId.includes(`/${name}.`));
    // Among the others vitest knows by itself, from its last run.
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** `worker` runs in workerd with a real local D1; `browser` drives a real Chromium against `wrangler dev`. */
export default defineConfig({
  test: {
    // One fewer than there are processors is vitest's own choice: on two of them, nothing would run side by side. With a
    // third, the longest test got too little of a machine that is busy with something else.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // The Worker's own log lines: what they may say is tested, and forty of them hide the figures that tests print.
    onConsoleLog: (text) => !text.startsWith('{"event"'),
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath },
            miniflare: {
              bindings: {
                SCHEDULES: process.env.SCHEDULES ?? '200',
                // Within the 32 bits that fast-check takes.
                SEED: process.env.SEED ?? `${Date.now() % 2 ** 31}`,
                MIGRATIONS: await readD1Migrations('./migrations'),
                ...fixtureSecrets,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          // What is cut off goes on while the next test runs, and spoils that one too.
          testTimeout: 30_000,
          isolate,
          include: ['tests/{guard,journeys,pages}/**/*.test.ts'],
          setupFiles: './tests/support/database.ts',
        },
      },
      {
        test: {
          name: 'browser',
          isolate,
          include: ['tests/{browser,first-day}/**/*.test.ts'],
          setupFiles: './tests/support/environment.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
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
