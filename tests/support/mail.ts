import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { app } from '../../worker/app.ts';
import { site } from './visitor.ts';

/** The real mail binding, with what it was given noted, and failing as often as asked. */
export function watchedMail(failures = 0) {
  const sent: EmailMessageBuilder[] = [];
  let failing = failures;
  const MAIL = {
    async send(mail: EmailMessageBuilder) {
      if (failing-- > 0) throw new Error(`mail to ${JSON.stringify(mail.to)} refused`);
      const result = await env.MAIL.send(mail);
      sent.push(mail);
      return result;
    },
  } as SendEmail; // Of the binding's two forms of `send` the Worker uses one.
  const subjects = () => sent.map(({ subject }) => subject);
  return { sent, subjects, mail: { MAIL, MAIL_FROM: 'site@example.com' } };
}

/** A request at the desk, signed in by the context, with other bindings than the usual; waits for what it left running. */
export async function atDeskWith(
  bindings: Partial<Env>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const access = { aud: env.ACCESS_AUD, getIdentity: async () => ({ email: 'practitioner@example.com' }) };
  const context = Object.assign(createExecutionContext(), { access });
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const answer = await app.request(`${site}${path}`, { ...init, headers }, { ...env, ...bindings }, context);
  await waitOnExecutionContext(context);
  return answer;
}

/** A page of the desk with other bindings than the usual. */
export async function deskPage(path: string, bindings: Partial<Env> = {}): Promise<string> {
  const answer = await atDeskWith(bindings, path);
  expect(answer.status).toBe(200);
  return answer.text();
}
