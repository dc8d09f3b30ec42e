import type { Child } from 'hono/jsx';
import type { Database } from '../database/client.ts';
import type { Published } from '../practice/published.ts';
import type { Keys } from '../sealing/secret-keys.ts';

/** What a handler is given: the bindings, and what middleware has made ready for it. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    /** At the desk and on the pages about one enquiry. */
    database: Database;
    keys: Keys;
    /** At the desk, who is signed in: an email address, or "token …" for a program. */
    practitioner: string;
    /** The client id of the service token that asks; a person has none. */
    program?: string;
    /** The published practice: see published-of.tsx. */
    published?: Promise<Published | undefined>;
    /** When the session with Cloudflare Access began and will end, where somebody says so. */
    session?: { since: Date; until: Date };
  };
}

declare module 'hono' {
  interface ContextRenderer {
    /** At the desk: a page in its frame. */
    // biome-ignore lint/style/useShorthandFunctionType: only an interface merges with Hono's.
    (page: Child): Promise<Response>;
  }
}
