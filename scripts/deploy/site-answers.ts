// What a site, or whatever else is at its address, answers to somebody from outside.

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export async function askSite(address: string, init: RequestInit = {}): Promise<Answer | undefined> {
  const signal = AbortSignal.timeout(15_000);
  try {
    const answer = await fetch(address, { redirect: 'manual', signal, ...init });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch {
    return undefined;
  }
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Before the Worker is there, others answer: without the policy that every page of ours has. */
export function isOurs(answer: Answer | undefined): boolean {
  return (answer?.headers.get('Content-Security-Policy') ?? '').startsWith("default-src 'none'");
}

/** A page that fails asks to be tried again in a minute; one that is shut, on another day. */
export function isShut({ status, headers }: Answer): boolean {
  return status === 503 && Number(headers.get('Retry-After')) >= 3600;
}

export function hasForm({ status, text }: Answer): boolean {
  return status === 200 && text.includes('name="formKey"');
}

/** Whether another website is at the address: a custom domain takes its place without asking. */
export async function isTaken(address: string): Promise<boolean> {
  const answer = (await askSite(`${address}/`)) ?? (await askSite(`${address.replace('https:', 'http:')}/`));
  // What Cloudflare shows where nothing is behind a name is nobody's website.
  return answer !== undefined && !isOurs(answer) && !/^error code: \d+$/.test(answer.text.trim());
}

/** Whether visitors get this site's form there now. */
export async function isOpen(address: string): Promise<boolean> {
  const answer = await askSite(`${address}/`);
  return answer !== undefined && isOurs(answer) && hasForm(answer);
}
