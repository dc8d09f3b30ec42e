import { visit } from './visitor.ts';

/** One request at the desk, signed in through (locally simulated) Cloudflare Access. */
export function atDesk(
  path: string,
  init: RequestInit = {},
  email = 'practitioner@example.com',
  aud = 'test-audience',
) {
  const headers = new Headers(init.headers);
  headers.set('mf-access-blob', JSON.stringify({ app_aud: aud, jwt_claims: { email } }));
  headers.set('Sec-Fetch-Site', headers.get('Sec-Fetch-Site') ?? 'same-origin');
  return visit(path, { ...init, headers });
}

/** The file of a list, by the list's address from the question mark on. */
export function downloadLeads(filter = '', more: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({ filter, kind: 'full', ...more });
  return atDesk('/desk/exports', { method: 'POST', body });
}
