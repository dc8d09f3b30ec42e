import type { Mail } from '../../pages/content/mails.ts';
import { practice } from '../../pages/content/practice.ts';
import { paths } from '../../pages/paths.ts';
import { within } from '../deadline.ts';

const sendDeadline = 10_000;

export function mailPractitioner(env: Env, mail: Mail): Promise<void> {
  return send(env, { from: env.MAIL_FROM, to: env.MAIL_TO, mail });
}

/** A page of the desk, as a mail links to it. */
export function deskLink({ SITE_URL }: Env, path: string): string {
  return new URL(path, SITE_URL).href;
}

/** Where some enquiries are looked at. */
export function listLink(env: Env, some: readonly { inReview: boolean }[]): string {
  return deskLink(env, some.every(({ inReview }) => inReview) ? paths.review : paths.inbox);
}

/** Rejects when nobody took the mail within ten seconds. */
export async function send(
  { MAIL }: Env,
  { from, to, mail }: { from: string; to: string; mail: Mail },
): Promise<void> {
  // The binding takes a line break in a subject, which would begin a header of its own.
  const subject = mail.subject.replace(/[\r\n]+/g, ' ');
  await within(
    sendDeadline,
    MAIL.send({ from: { name: practice.name, email: from }, to, subject, text: mail.text }),
  );
}
