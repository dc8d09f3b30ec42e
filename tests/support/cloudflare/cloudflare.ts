import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexId } from './account.ts';
import { assetRoutes } from './api/assets.ts';
import { consumerRoutes } from './api/consumers.ts';
import { databaseRoutes } from './api/databases.ts';
import { queueRoutes } from './api/queues.ts';
import { scriptRoutes } from './api/scripts.ts';
import { secretRoutes } from './api/secrets.ts';
import { sqlRoutes } from './api/sql.ts';
import { triggerRoutes } from './api/triggers.ts';
import { userRoutes } from './api/user.ts';
import { versionRoutes } from './api/versions.ts';
import { newFaults } from './faults.ts';
import { type AccountOptions, newAccount } from './new-account.ts';
import { router } from './router.ts';
import { addressOf, apiServer, listen } from './server.ts';
import { openSite, type Site, type SiteOptions } from './site.ts';
import type { Product, StandIn } from './state.ts';
import { wranglerAt } from './wrangler.ts';

// A stand-in of Cloudflare's API, for the real wrangler: it keeps what it is given, answers as the real one does, and
// runs the Worker that is deployed to it. What it does not know it refuses, and `stop` then fails the test.

export interface Options extends AccountOptions {
  /** The names of the accounts that the token sees. With two, wrangler has to be told which. */
  accounts?: string[];
  /** The parts of the API that the token may not see. */
  denied?: Product[];
}

export type Cloudflare = Awaited<ReturnType<typeof startCloudflare>>;

const find = router(
  userRoutes,
  databaseRoutes,
  sqlRoutes,
  queueRoutes,
  consumerRoutes,
  scriptRoutes,
  secretRoutes,
  versionRoutes,
  triggerRoutes,
  assetRoutes,
);

export async function startCloudflare(options: Options = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cloudflare-'));
  const [first = 'Practice', ...others] = options.accounts ?? [];
  const account = newAccount(folder, first, options);
  const standIn: StandIn = {
    token: `test-token-${hexId()}`,
    email: 'owner@example.com',
    accounts: [account, ...others.map((name) => newAccount(folder, name, { ...options, zones: [] }))],
    denied: new Set(options.denied),
    faults: newFaults(),
    log: [],
    unknown: [],
    signed: new Map(),
    origin: '',
  };
  const server = apiServer(standIn, find);
  await listen(server);
  standIn.origin = addressOf(server);
  const sites: Site[] = [];

  /** The Worker of this name as visitors reach it. It need not be there yet. */
  async function site(script: string, siteOptions: SiteOptions = {}): Promise<Site> {
    const opened = await openSite(script, { account, ...siteOptions });
    sites.push(opened);
    return opened;
  }

  /** Throws when something was asked that the stand-in does not know. */
  function expectNothingUnknown(): void {
    if (standIn.unknown.length > 0)
      throw new Error(`The stand-in was asked what it does not know:\n  ${standIn.unknown.join('\n  ')}`);
  }

  async function stop(): Promise<void> {
    await Promise.all(sites.map((one) => one.stop()));
    await new Promise((done) => server.close(done).closeAllConnections());
    await Promise.all(standIn.accounts.map(({ engine }) => engine.stop()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expectNothingUnknown();
  }

  return {
    account,
    accounts: standIn.accounts,
    log: standIn.log,
    denied: standIn.denied,
    refuse: standIn.faults.refuse,
    loseAnswer: standIn.faults.loseAnswer,
    noMoreFaults: standIn.faults.clear,
    site,
    ...wranglerAt(standIn, folder),
    expectNothingUnknown,
    stop,
  };
}
