import type { Mail } from '../../pages/content/mails.ts';
import { usualSettings } from '../../pages/content/settings.ts';
import { paths } from '../../pages/paths.ts';
import { practiceName } from '../../pages/practice.ts';
import { toldByMail } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { within } from '../deadline.ts';
import { publishedNow, readPublished } from '../practice/published.ts';

const sendDeadline = 10_000;
const databaseDeadline = 2500;

/** Even when D1 is down: a mail may be about just that. */
export async function mailPractitioner(env: Env, mail: Mail): Promise<void> {
  const { settings } = (await practiceNow(env)) ?? { settings: usualSettings };
  return send(env, { from: env.MAIL_FROM, to: toldByMail(settings, env), mail });
}

/** D1 is waited for longer than by a page: a copy may name the former address. */
async function practiceNow(env: Env) {
  const stored = within(databaseDeadline, readPublished(databaseOf(env.DB)));
  const published = await stored.catch(() => publishedNow(env, { waitUntil: () => {} }));
  return published?.practice;
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
  env: Env,
  { from, to, mail }: { from: string; to: string; mail: Mail },
): Promise<void> {
  const name = practiceName((await practiceNow(env))?.facts ?? {});
  // The binding takes a line break in a subject, which would begin a header of its own.
  const subject = mail.subject.replace(/[\r\n]+/g, ' ');
  await within(sendDeadline, env.MAIL.send({ from: { name, email: from }, to, subject, text: mail.text }));
}
