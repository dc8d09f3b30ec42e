import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, vi } from 'vitest';

// Files share a runtime: what a module of the Worker remembered for the file before is gone.
vi.resetModules();

/** A fresh, migrated D1 for every test. */
beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
});
