import { TZDate } from '@date-fns/tz';
import type { Attribution } from '../../pages/attribution.ts';
import { currentConsent } from '../../pages/content/consent.ts';
import type { FormValues } from '../../pages/content/questions.ts';
import { emptyForm } from '../../pages/form.ts';
import { oneOf, pick, randomFrom } from './random.ts';
import {
  campaigns,
  firstNames,
  hours,
  messages,
  phones,
  stagesByAge,
  surnames,
  unusualNames,
} from './words.ts';

const days = 90;
const dayLength = 86_400_000;

/** One made-up enquiry: what was typed, where the person came from, when, and how far it has come since. */
export function madeUpEnquiries(howMany: number, now: number) {
  const random = randomFrom(1948);
  const times = Array.from({ length: howMany }, () => arrival(random, now)).sort((a, b) => a - b);
  return times.map((time, number) => ({
    formKey: `demo-${number}`,
    values: typedValues(random, number),
    attribution: pick<Attribution>(random, campaigns),
    receivedAt: new Date(time),
    stage: stageAt(random, (now - time) / dayLength),
    /** From enquiry to first answer, if it got one: mostly the same day. */
    answeredAfter: Math.min((now - time) / 2, (0.2 + random() ** 3 * 40) * 3_600_000),
    folder: random() < 0.03 ? ('review' as const) : ('inbox' as const),
  }));
}

function typedValues(random: () => number, number: number): FormValues {
  const first = oneOf(random, firstNames);
  const name = random() < 0.15 ? oneOf(random, unusualNames) : `${first} ${oneOf(random, surnames)}`;
  const replyBy = pick(random, [
    [5, 'email'],
    [3, 'call'],
    [4, 'text'],
  ] as const);
  const phoneToo = replyBy !== 'email' || random() < 0.4;
  const emailToo = replyBy === 'email' || random() < 0.6;
  return {
    ...emptyForm('', {}).values,
    name,
    replyBy,
    email: emailToo ? `${plainLetters(name)}${number}@example.com` : '',
    phone: phoneToo ? pick(random, phones).replaceAll('x', () => `${Math.floor(random() * 10)}`) : '',
    voicemail: replyBy === 'call' && random() < 0.6 ? 'yes' : '',
    goodTime: pick(random, [
      [4, ''],
      [3, 'any'],
      [2, 'morning'],
      [2, 'afternoon'],
      [4, 'evening'],
    ] as const),
    message: pick(random, messages),
    consent: currentConsent,
  };
}

/** A moment in the last 90 days, London time: at weekends it is quieter. */
function arrival(random: () => number, now: number): number {
  for (;;) {
    const day = TZDate.tz('Europe/London', now - random() * days * dayLength);
    const weekend = day.getDay() === 0 || day.getDay() === 6;
    if (weekend && random() < 0.45) continue;
    const hour = pick(
      random,
      hours.map((weight, hour) => [weight, hour] as const),
    );
    day.setHours(hour, Math.floor(random() * 60), Math.floor(random() * 60), 0);
    const time = day.getTime();
    if (time < now && time > now - days * dayLength) return time;
  }
}

function stageAt(random: () => number, ageInDays: number) {
  const { stages } = stagesByAge.find(({ untilDays }) => ageInDays < untilDays) ?? {};
  return stages ? pick(random, stages) : 'closed';
}

function plainLetters(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return letters.slice(0, 30) || 'somebody';
}
