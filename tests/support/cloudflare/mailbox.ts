import type { Request as MiniflareRequest } from 'miniflare';
import { Response as MiniflareResponse } from 'miniflare';

// Where a Worker's mails go. The binding of `send_email` becomes a call to this Worker, which notes what it is given.

export interface Mail {
  from: string | { name: string; email: string };
  to: string | string[];
  subject: string;
  text?: string;
  html?: string;
}

export const mailWorker = 'mailbox';
export const mailEntrypoint = 'Mailbox';

const script = `
import { WorkerEntrypoint } from 'cloudflare:workers';
export class ${mailEntrypoint} extends WorkerEntrypoint {
  async send(mail) {
    const answer = await this.env.NOTE.fetch('http://mailbox/', { method: 'POST', body: JSON.stringify(mail) });
    if (!answer.ok) throw new Error('The mail was refused');
    return { messageId: crypto.randomUUID() };
  }
}
export default { fetch: () => new Response('mailbox') };
`;

export function newMailbox() {
  const mails: Mail[] = [];
  let refusing = 0;

  /** Refuses the next so many mails. */
  function refuse(times: number): void {
    refusing = times;
  }

  async function note(request: MiniflareRequest): Promise<MiniflareResponse> {
    if (refusing-- > 0) return new MiniflareResponse(null, { status: 503 });
    // The script above sends a mail.
    mails.push((await request.json()) as Mail);
    return new MiniflareResponse();
  }

  const worker = {
    name: mailWorker,
    modules: true,
    script,
    compatibilityDate: '2026-01-01',
    serviceBindings: { NOTE: note },
  };
  return { mails, refuse, worker };
}
