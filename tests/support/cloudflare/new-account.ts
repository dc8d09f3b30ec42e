import { join } from 'node:path';
import { type Account, hexId } from './account.ts';
import { newEngine } from './engine.ts';

// An account with nothing on it.

export interface AccountOptions {
  /** Workers Free refuses what wants the paid plan. */
  plan?: 'free' | 'paid';
  /** The domains of the first account. */
  zones?: string[];
  /** What comes before `.workers.dev`; null: nobody registered one. */
  subdomain?: string | null;
}

export function newAccount(
  folder: string,
  name: string,
  { plan = 'paid', zones = [], subdomain }: AccountOptions,
): Account {
  const id = hexId();
  const account: Account = {
    id,
    name,
    plan,
    subdomain: subdomain === undefined ? 'practice' : subdomain,
    zones: zones.map((zone) => ({ id: hexId(), name: zone })),
    databases: [],
    queues: [],
    scripts: new Map(),
    domains: [],
    files: new Map(),
    engine: newEngine(join(folder, id), () => account),
  };
  return account;
}
