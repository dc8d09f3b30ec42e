// What the stand-in answers with: the envelope of Cloudflare's API, its pages and its refusals.

/** A refusal as the real API gives it; the sentences that wrangler prints come from its code. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: { code: number; message: string }[];

  /** Several messages of one code are several errors, as for each secret that is missing. */
  constructor(status: number, code: number, ...messages: string[]) {
    super(messages[0]);
    this.status = status;
    this.errors = messages.map((message) => ({ code, message }));
  }
}

/** One page of a list, with what wrangler needs to ask for the next one. */
export class Page {
  readonly result: readonly unknown[];
  readonly result_info: { page: number; per_page: number; count: number; total_count: number };

  constructor(all: readonly unknown[], query: URLSearchParams, perPage: number) {
    const page = Number(query.get('page')) || 1;
    const per_page = Number(query.get('per_page')) || perPage;
    this.result = all.slice((page - 1) * per_page, page * per_page);
    this.result_info = { page, per_page, count: this.result.length, total_count: all.length };
  }
}

/** What is not wrapped in an envelope: a file behind a signed address. */
export class Raw {
  readonly body: string | Uint8Array;
  readonly headers: Record<string, string>;

  constructor(body: string | Uint8Array, headers: Record<string, string> = {}) {
    this.body = body;
    this.headers = headers;
  }
}

export function envelope(result: unknown): object {
  const page = result instanceof Page ? result : { result: result ?? null };
  return { success: true, errors: [], messages: [], ...page };
}

export function refused({ errors }: Refusal): object {
  return { success: false, errors, messages: [], result: null };
}
