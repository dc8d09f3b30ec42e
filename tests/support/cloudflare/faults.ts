import { Refusal } from './answers.ts';

// What goes wrong when a test wants it to.
//
// How wrangler takes a lost answer (its fetch rejects with a TypeError) or a 5xx: only what it wraps in
// `retryOnAPIFailure` is tried again, at once and then after a second. Those are a deploy's upload (POST versions, PUT
// script: a lost answer leaves a version more), its setting of the subdomain, and its look-ups of zones and the Worker;
// static files have five tries of their own. Everything else is asked once: a database, a queue, a secret and the empty
// Worker before it, the deployment of an uploaded version (which is live then, while the triggers are not set),
// schedules, domains, consumers, queries, imports, exports, rollbacks. The work is done and wrangler says "fetch failed".
// A deploy forgives a failed PATCH of script-settings and a failed look ahead at the domains.

/** `POST /queues`, a pattern for such a line, or a judge of the method and the path without `/accounts/<id>`. */
export type Matcher = string | RegExp | ((method: string, path: string) => boolean);

export type Faults = ReturnType<typeof newFaults>;

interface Answer {
  status: number;
  code: number;
  message: string;
}

export function newFaults() {
  const refusals: { matches: Judge; answer: Answer; left: number }[] = [];
  const losses: { matches: Judge; left: number }[] = [];

  /** Refuses what matches, the next so many times, with nothing done. */
  function refuse(matcher: Matcher, answer: Answer, times = Number.POSITIVE_INFINITY): void {
    refusals.push({ matches: judge(matcher), answer, left: times });
  }

  /** Does what matches and then hangs up without a word. A number: the n-th request from now that changes anything. */
  function loseAnswer(matcher: Matcher | number, times = 1): void {
    losses.push({ matches: typeof matcher === 'number' ? nthChange(matcher) : judge(matcher), left: times });
  }

  /** Nothing goes wrong any more. */
  function clear(): void {
    refusals.length = 0;
    losses.length = 0;
  }

  function throwIfRefused(method: string, path: string): void {
    const hit = refusals.find(({ matches, left }) => left > 0 && matches(method, path));
    if (!hit) return;
    hit.left--;
    throw new Refusal(hit.answer.status, hit.answer.code, hit.answer.message);
  }

  function isLost(method: string, path: string): boolean {
    // Each has to see the request: some count.
    const hits = losses.filter(({ matches, left }) => matches(method, path) && left > 0);
    for (const hit of hits) hit.left--;
    return hits.length > 0;
  }

  return { refuse, loseAnswer, clear, throwIfRefused, isLost };
}

type Judge = (method: string, path: string) => boolean;

function judge(matcher: Matcher): Judge {
  if (typeof matcher === 'function') return matcher;
  if (typeof matcher === 'string') return (method, path) => `${method} ${path}` === matcher;
  return (method, path) => matcher.test(`${method} ${path}`);
}

function nthChange(n: number): Judge {
  let seen = 0;
  return (method) => method !== 'GET' && ++seen === n;
}
