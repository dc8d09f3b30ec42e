/** What every handler is given: the bindings, and at the desk who is signed in. */
export interface Site {
  Bindings: Env;
  Variables: {
    /** An email address, or "token …" for a program. */
    practitioner: string;
    byToken?: true;
  };
}
