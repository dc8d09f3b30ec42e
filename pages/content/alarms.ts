interface Alarm {
  /** What is wrong; `detail` is a number or a code. */
  title: (detail: string) => string;
  /** What the practitioner is to do. */
  todo: string;
  /** Days between two mails about it. */
  coolDown: number;
}

/** What raises the alarm, in words for somebody who is nobody’s IT department. */
export const alarms = {
  canary: {
    title: (detail) => `The daily test enquiry failed: ${canaryFailure(detail)}.`,
    todo: 'Send an enquiry yourself from your phone. If it does not reach the inbox, stop your adverts and call whoever looks after the site.',
    coolDown: 1,
  },
  deadLetter: {
    title: () => 'Enquiries have waited for hours, because the database would not take them.',
    todo: 'They are safe, and are tried again every hour. If this is still here tomorrow, call whoever looks after the site.',
    coolDown: 1,
  },
  setAside: {
    title: () => 'A message came through the queue that this version of the site cannot read or store.',
    todo: 'Call whoever looks after the site today, and show them Status. An enquiry may be in it, from somebody who was told that you have it. It is kept, and is stored as soon as a version can do it.',
    coolDown: 1,
  },
  quiet: {
    title: (days) => `No enquiry has come for more than ${days} days.`,
    todo: 'Open your page on a phone, send an enquiry, and see whether it reaches the inbox. Then see whether your adverts are running.',
    coolDown: 7,
  },
} satisfies Record<string, Alarm>;

export type AlarmKind = keyof typeof alarms;

export function isAlarmKind(text: string): text is AlarmKind {
  return Object.hasOwn(alarms, text);
}

/** One alarm that is open. */
export interface OpenAlarm {
  kind: AlarmKind;
  detail: string;
  openSince: Date;
}

/** How far the test enquiry came. */
const canarySteps = {
  page: 'the page with the form did not open',
  keys: 'one of the secret keys is missing or damaged',
  refused: 'the form was not accepted',
  sentPage: 'the page that says “received” did not open',
  notStored: 'it was not in the database afterwards',
  unreadable: 'its answers could not be opened again',
  review: 'it was taken for a robot’s',
  notNotified:
    'you would not have been told of it, because mail is not set up or it was not waiting in the outbox',
  notDeleted: 'it could not be deleted',
  broken: 'something inside the site broke on the way',
} as const;

export type CanaryStep = keyof typeof canarySteps;

export function canaryFailure(step: string): string {
  return Object.entries(canarySteps).find(([name]) => name === step)?.[1] ?? 'the reason is unknown';
}
