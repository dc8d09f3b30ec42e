declare namespace Cloudflare {
  interface Env {
    /** Read from migrations/ by vitest.config.ts; only tests have it. */
    MIGRATIONS: import('cloudflare:test').D1Migration[];
    /** How many schedules of faults to try; `npm run chaos` tries more. */
    SCHEDULES: string;
    /** What the random choice of a run begins from: a run that failed is repeated with the SEED that it printed. */
    SEED: string;
  }
}

interface ImportMeta {
  /** Vite's own: files by their path, here as text. */
  glob(
    patterns: string[],
    options: { query: '?raw'; import: 'default'; eager: true },
  ): Record<string, string>;
}

declare module '*?raw' {
  const text: string;
  export default text;
}
