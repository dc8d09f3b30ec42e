declare namespace Cloudflare {
  interface Env {
    /** Read from migrations/ by vitest.config.ts; only tests have it. */
    MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
}
