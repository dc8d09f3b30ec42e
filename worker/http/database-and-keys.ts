import { createMiddleware } from 'hono/factory';
import { databaseOf } from '../database/client.ts';
import { keysOf } from '../sealing/secret-keys.ts';
import type { AppEnv } from './app-env.ts';

/** Makes `c.var.database` and `c.var.keys` ready. Keys that cannot be used are a failure like any other. */
export const databaseAndKeys = createMiddleware<AppEnv>(async function databaseAndKeys(c, next) {
  c.set('database', databaseOf(c.env.DB));
  c.set('keys', await keysOf(c.env));
  await next();
});
