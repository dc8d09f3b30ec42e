declare namespace Cloudflare {
  interface Env {
    /** Read from migrations/ by vitest.config.ts; only tests have it. */
    MIGRATIONS: import('cloudflare:test').D1Migration[];
    /** How many schedules of faults to try; `npm run chaos` tries more. */
    SCHEDULES: string;
  }
}
