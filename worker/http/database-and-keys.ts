import { createMiddleware } from 'hono/factory';
import { databaseOf } from '../database/client.ts';
import { type Keys, keysOf } from '../sealing/secret-keys.ts';
import type { AppEnv } from './app-env.ts';

/** Makes `c.var.database` and `c.var.keys` ready. Keys that cannot be used are a failure only for a handler that uses them. */
export const databaseAndKeys = createMiddleware<AppEnv>(async function databaseAndKeys(c, next) {
  c.set('database', databaseOf(c.env.DB));
  try {
    c.set('keys', await keysOf(c.env));
  } catch (error) {
    c.set('keys', unusableKeys(error));
  }
  await next();
});

/** What an alarm or the reply time needs goes on without keys. */
function unusableKeys(error: unknown): Keys {
  const refuse = () => {
    throw error;
  };
  // Whatever is asked of it, it never answers.
  return new Proxy({} as Keys, { get: refuse });
}
