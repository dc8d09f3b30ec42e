/** What every handler is given: the bindings, and at the desk who is signed in. */
export interface Site {
  Bindings: Env;
  Variables: { practitioner: string };
}
