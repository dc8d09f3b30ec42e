import { practice } from '../../pages/content/practice.ts';
import { londonTime } from '../../pages/london-time.ts';
import type { StoredEnquiry } from '../enquiry/table.ts';

export function isMailSetUp({ MAIL_TO, MAIL_FROM, SITE_URL }: Env): boolean {
  return [MAIL_TO, MAIL_FROM, SITE_URL].every((value) => value !== '');
}

type Subject = Pick<StoredEnquiry, 'id' | 'reference' | 'receivedAt'>;

/** Reference, time and a link to the desk, and nothing else: a mailbox is no place for health data. */
export async function sendNotification(env: Env, { id, reference, receivedAt }: Subject): Promise<void> {
  const link = new URL(`/desk/enquiries/${id}`, env.SITE_URL).href;
  await env.MAIL.send({
    from: { name: practice.name, email: env.MAIL_FROM },
    to: env.MAIL_TO,
    subject: `New enquiry ${reference}`,
    text: `${reference}, received ${londonTime(receivedAt)} (London).\n\n${link}\n`,
  });
}
