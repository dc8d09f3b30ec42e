import { londonTime } from '../london-time.ts';
import { practiceName } from '../practice.ts';
import { alarms, type OpenAlarm } from './alarms.ts';
import type { Facts } from './facts.ts';
import { displayPhone } from './phone.ts';

export interface Mail {
  subject: string;
  text: string;
}

const mostListed = 20;

interface Named {
  reference: string;
  receivedAt: Date;
}

// A mailbox is no place for health data: mails to the practitioner have references, times, counts and a link, no more.

/** One that the practitioner is told of, or is to be reminded of. */
export interface Waiting extends Named {
  inReview: boolean;
}

/** `corrected`: the practitioner knows it already, and its sender has changed it since. */
export interface Untold extends Waiting {
  corrected: boolean;
}

const whyLook =
  'What is in Review looks like a robot’s. Please look all the same: it may be from a person, and they were told when to expect your reply.';

export function notificationMail(untold: Untold, link: string): Mail {
  const { reference, inReview, corrected } = untold;
  const subject = corrected ? `Enquiry ${reference} was corrected` : `New enquiry ${reference}`;
  return {
    subject: inReview ? `${subject}, in Review` : subject,
    text: paragraphs(
      named(untold),
      corrected && 'Its sender has corrected it. Please look at it again before you reply.',
      inReview && `It is in Review. ${whyLook}`,
      link,
    ),
  };
}

/** When many come at once: the others of the same ten minutes, in one mail. */
export function bundleMail(untold: readonly Untold[], link: string): Mail {
  const anyCorrected = untold.some(({ corrected }) => corrected);
  return {
    subject: `${untold.length} ${anyCorrected ? 'new or corrected' : 'new'} enquiries`,
    text: paragraphs(
      `Several were waiting, so this is one mail about all of them: ${places(untold)}.`,
      untold.some(({ inReview }) => inReview) && whyLook,
      listed(untold, ({ corrected }) => corrected && 'Corrected by its sender.'),
      link,
    ),
  };
}

export function reminderMail(waiting: readonly Waiting[], hours: number, link: string): Mail {
  return {
    subject: `${enquiries(waiting.length)} without an answer`,
    text: paragraphs(
      `Waiting for more than ${hours} working hours: ${places(waiting)}.`,
      waiting.some(({ inReview }) => inReview) && whyLook,
      listed(waiting),
      link,
    ),
  };
}

export function digestMail(inReview: number, link: string): Mail {
  return {
    subject: `${enquiries(inReview)} in Review`,
    text: `Something about ${inReview === 1 ? 'it' : 'them'} looks like a robot, but nobody is turned away unseen. Please look, and move people to the inbox: leads files have only what is there.\n\n${link}\n`,
  };
}

export function alarmMail({ kind, detail, openSince }: OpenAlarm, link: string): Mail {
  const { title, todo } = alarms[kind];
  return {
    subject: 'Please look at your enquiry page',
    text: `${title(detail)}\nSince ${londonTime(openSince)} (London).\n\nWhat to do: ${todo}\n\n${link}\n`,
  };
}

/** A program's first leads file of a day: whoever did not set that up should hear of it. */
export function leadsFileMail({ id, at, by, kind, rows }: ProgramLeadsFile, link: string): Mail {
  const what = kind === 'full' ? 'names, how to reach people, messages' : 'names and how to reach people';
  return {
    subject: `Was this you? A program downloaded ${enquiries(rows)}`,
    text: `On ${londonTime(at)} (London) a program downloaded a file with ${enquiries(rows)}: ${what}.

If you or your helper set this up, for example for a booking system, all is well: you can ignore this mail.

If not, call whoever looks after your site today. Somebody may have your enquiries, and you may have to tell the ICO within 72 hours. If the risk to people is high, you have to tell them too.

For your helper: it is file ${id}, fetched with the service ${by}. Revoke that token in Cloudflare (Zero Trust, service credentials), take its client id out of EXPORT_TOKENS, and deploy.

Every file that was made: ${link}

You get this mail at most once a day for each program, at its first file.
`,
  };
}

interface ProgramLeadsFile {
  id: number;
  at: Date;
  /** "token", and the client id. */
  by: string;
  kind: 'full' | 'contacts';
  rows: number;
}

interface Week {
  waiting: number;
  inReview: number;
  open: readonly OpenAlarm[];
  todos: readonly { words: string }[];
}

export function weeklyMail({ waiting, inReview, open, todos }: Week, link: string): Mail {
  const counts = `${enquiries(waiting)} waiting for an answer, ${inReview} in Review.`;
  const state = open.map(({ kind, detail }) => alarms[kind].title(detail)).join('\n') || 'All is well.';
  return {
    subject: open.length > 0 ? `Please look: ${waiting} waiting` : `All well, ${waiting} waiting`,
    text: `${[state, counts, ...todos.map(({ words }) => words)].join('\n\n')}\n\nThis mail comes every Monday. If one does not come, mail itself has failed: open the desk.\n\n${link}\n`,
  };
}

/** Somebody was deleted here and is still in copies. Who that was is not in it. */
export function copiesMail(copies: readonly string[], link: string): Mail {
  const more = copies.length - mostListed;
  const listed = [...copies.slice(0, mostListed), ...(more > 0 ? [`And ${more} more.`] : [])];
  return {
    subject: copies.length === 1 ? 'Please delete a copy' : `Please delete ${copies.length} copies`,
    text: paragraphs(
      'Enquiries were deleted here, or a backup has become too old. These copies outside of the site are still to be seen to:',
      listed.join('\n'),
      `What to do about each, and where to say that it is done: ${link}`,
      'You get one mail about each copy. The desk goes on telling you until it is done.',
    ),
  };
}

/** Shows that mail arrives: its code is typed back at the desk. */
export function testMail(code: string): Mail {
  return {
    subject: 'Test mail from your enquiry page',
    text: paragraphs(`It has arrived. Type this code in at the desk, within an hour: ${code}`),
  };
}

interface MailToChange {
  former: string;
  next: string;
  by: string;
  at: Date;
}

/** To both addresses: whoever did not want the change should hear of it where they read their mail. */
export function mailToChangedMail({ former, next, by, at }: MailToChange, link: string): Mail {
  return {
    subject: 'Mails about enquiries go to another address now',
    text: paragraphs(
      `On ${londonTime(at)} (London) ${by} changed at the desk who is told of new enquiries.`,
      `Before: ${former}\nNow: ${next}`,
      'This mail goes to both addresses. If it does not reach the new one, others will not either: please look whether that address is verified at Cloudflare.',
      `If this was not you, or somebody you trust, change it back: ${link}`,
    ),
  };
}

/** To the visitor. It repeats nothing they typed, so that nobody can send words of their own through it. */
export function acknowledgementMail(reference: string, promise: string, facts: Facts): Mail {
  const { phone } = facts;
  const call = phone ? ` Or call ${displayPhone(phone)}.` : '';
  return {
    subject: 'We have your enquiry',
    text: `Thank you. Your enquiry has reached ${practiceName(facts)}. ${promise}\n\nYour reference is ${reference}.${call}\n\nIf you did not send an enquiry, somebody gave your address by mistake, and you can ignore this.\n`,
  };
}

function paragraphs(...parts: (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join('\n\n')}\n`;
}

function listed<One extends Waiting>(all: readonly One[], about: (one: One) => string | false = () => false) {
  const lines = all.slice(0, mostListed).map((one) => {
    const place = one.inReview && 'In Review.';
    return [named(one), place, about(one)].filter((part) => part !== false).join(' ');
  });
  const more = all.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
}

/** "3 in the inbox, 1 in Review". */
function places(all: readonly Waiting[]): string {
  const inReview = all.filter((one) => one.inReview).length;
  return `${all.length - inReview} in the inbox, ${inReview} in Review`;
}

function named({ reference, receivedAt }: Named): string {
  return `${reference}, received ${londonTime(receivedAt)} (London).`;
}

function enquiries(count: number): string {
  return count === 1 ? '1 enquiry' : `${count} enquiries`;
}
