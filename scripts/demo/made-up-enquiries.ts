import { TZDate } from '@date-fns/tz';
import type { FormValues } from '../../pages/content/questions.ts';
import { foldLetters } from '../../pages/fold-letters.ts';
import { emptyForm } from '../../pages/form.ts';
import { madeUpMoves } from './made-up-moves.ts';
import * as people from './made-up-people.ts';

// The figures of 90 days begin with a whole day, and so have everybody.
const days = 89;
/** After that they would have been deleted. */
const longestInReview = 60;
const dayLength = 86_400_000;

/** One made-up enquiry: what was typed, where the person came from, when, and how far it has come since. */
export function madeUpEnquiries(howMany: number, now: number) {
  const random = randomFrom(1948);
  const times = Array.from({ length: howMany }, () => arrival(random, now)).sort((a, b) => a - b);
  return times.map((time, number) => {
    const age = (now - time) / dayLength;
    const stage = oneOf(random, people.stagesAt(age));
    // Mostly the same day.
    const answeredAt = time + Math.min((now - time) / 2, (0.2 + random() ** 3 * 40) * 3_600_000);
    const isRobot = random() < 0.03 && age < longestInReview;
    return {
      formKey: `demo-${number}`,
      values: typedValues(random, number),
      attribution: oneOf(random, people.campaigns),
      receivedAt: new Date(time),
      folder: isRobot ? ('review' as const) : ('inbox' as const),
      moves: isRobot ? [] : madeUpMoves(stage, answeredAt, now, (names) => oneOf(random, names)),
    };
  });
}

function typedValues(random: () => number, number: number): FormValues {
  const usual = `${oneOf(random, people.firstNames)} ${oneOf(random, people.surnames)}`;
  const name = random() < 0.15 ? oneOf(random, people.unusualNames) : usual;
  const letters = foldLetters(name).replaceAll(/[^A-Za-z]/g, '');
  const address = `${letters.slice(0, 30) || 'somebody'}${number}@example.com`;
  const replyBy = oneOf(random, ['email', 'email', 'call', 'text'] as const);
  const phoneToo = replyBy !== 'email' || random() < 0.4;
  const emailToo = replyBy === 'email' || random() < 0.6;
  return {
    ...emptyForm('', {}).values,
    name,
    replyBy,
    email: emailToo ? address.toLowerCase() : '',
    phone: phoneToo ? oneOf(random, people.phones).replaceAll('x', () => `${Math.floor(random() * 10)}`) : '',
    voicemail: replyBy === 'call' && random() < 0.6 ? 'yes' : '',
    goodTime: oneOf(random, ['', '', 'any', 'morning', 'afternoon', 'evening', 'evening'] as const),
    message: random() < 0.5 ? '' : oneOf(random, people.messages),
    consent: 'consent-1',
  };
}

/** A moment in these days, London time: at weekends it is quieter. */
function arrival(random: () => number, now: number): number {
  for (;;) {
    const day = TZDate.tz('Europe/London', now - random() * days * dayLength);
    const weekend = day.getDay() === 0 || day.getDay() === 6;
    if (weekend && random() < 0.45) continue;
    day.setHours(oneOf(random, people.hours), 0, Math.floor(random() * 3600), 0);
    const time = day.getTime();
    if (time < now && time > now - days * dayLength) return time;
  }
}

/** Repeatable numbers from 0 to 1: mulberry32, by Tommy Ettinger (public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function oneOf<T>(random: () => number, things: readonly T[]): T {
  // The place is always one that the list has.
  return things[Math.floor(random() * things.length)] as T;
}
