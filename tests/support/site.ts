import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from '../../scripts/demo/fill.ts';
import { seedSite } from '../../scripts/made-up-practice.ts';
import { addMissingSecrets } from '../../scripts/secrets.ts';
import { type Site, startSite } from '../../scripts/site.ts';
import { writeFixtureConfig } from '../fixtures/wrangler-config.ts';
import { copyMigratedState } from './migrated-state.ts';

export interface TestSite extends Site {
  /** Folder that holds the D1 files. */
  state: string;
  /** Holds its secrets. */
  envFile: string;
}

/** The real site of a made-up practice under `wrangler dev`, with a port, a database and secrets of its own, so many made-up enquiries, and other variables where given; `stop` removes all of it. */
export function startTestSite(enquiries = 0, vars: Partial<Env> = {}): Promise<TestSite> {
  const fill: Fill = (state, envFile, config) =>
    enquiries > 0 ? fillDemo(state, envFile, enquiries, config) : seedSite(state, envFile, config);
  return startFilled(fill, vars);
}

/** The same as a new practice finds it: shut, and with no facts. */
export function startBlankSite(): Promise<TestSite> {
  return startFilled(() => Promise.resolve());
}

type Fill = (state: string, envFile: string, config: string) => Promise<unknown>;

async function startFilled(fill: Fill, vars: Partial<Env> = {}): Promise<TestSite> {
  const state = await mkdtemp(join(tmpdir(), 'site-'));
  const envFile = join(state, 'dev.vars');
  const remove = () => rm(state, { recursive: true, force: true, maxRetries: 5 });
  try {
    const lines = Object.entries(vars).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(envFile, lines.join(''));
    addMissingSecrets(envFile);
    const config = writeFixtureConfig(state);
    await copyMigratedState(state, config);
    await fill(state, envFile, config);
    const site = await startSite({ state, envFile, config, port: 0 });
    const stop = () => site.stop().then(remove);
    return { ...site, state, envFile, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}
