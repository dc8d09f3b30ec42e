/** What every handler is given: the bindings, and at the desk who is signed in. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    /** An email address, or "token …" for a program. */
    practitioner: string;
    /** The client id of the service token that asks; a person has none. */
    program?: string;
    /** When the session with Cloudflare Access began and will end, where somebody says so. */
    session?: { since: Date; until: Date };
  };
}
