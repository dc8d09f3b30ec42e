import type { Mail } from '../../pages/content/mails.ts';
import { paths } from '../../pages/paths.ts';
import { nobody, type Practice, practiceName } from '../../pages/practice.ts';
import { toldByMail } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { within } from '../deadline.ts';
import { publishedNow, readPublished } from '../practice/published.ts';

const sendDeadline = 10_000;
const databaseDeadline = 2500;

interface Letter {
  to: string;
  mail: Mail;
}

/** Even when D1 is down: a mail may be about just that. */
export async function mailPractitioner(env: Env, mail: Mail): Promise<void> {
  const { facts, settings } = await practiceNow(env);
  return sendAs(practiceName(facts), env, { to: toldByMail(settings, env), mail });
}

/** Rejects when nobody took the mail within ten seconds. */
export async function send(env: Env, letter: Letter): Promise<void> {
  const { facts } = await practiceNow(env);
  return sendAs(practiceName(facts), env, letter);
}

async function sendAs(name: string, env: Env, { to, mail }: Letter): Promise<void> {
  // The binding takes a line break in a subject, which would begin a header of its own.
  const subject = mail.subject.replace(/[\r\n]+/g, ' ');
  const from = { name, email: env.MAIL_FROM };
  await within(sendDeadline, env.MAIL.send({ from, to, subject, text: mail.text }));
}

/** D1 is waited for longer than by a page: a copy may name the former address. */
async function practiceNow(env: Env): Promise<Practice> {
  const stored = within(databaseDeadline, readPublished(databaseOf(env.DB)));
  const published = await stored.catch(() => publishedNow(env, { waitUntil: () => {} }));
  return published?.practice ?? nobody;
}

/** A page of the desk, as a mail links to it. */
export function deskLink({ SITE_URL }: Env, path: string): string {
  return new URL(path, SITE_URL).href;
}

/** Where some enquiries are looked at. */
export function listLink(env: Env, some: readonly { inReview: boolean }[]): string {
  return deskLink(env, some.every(({ inReview }) => inReview) ? paths.review : paths.inbox);
}
