import { hoursWords } from './fact-hours.ts';
import { type Fact, type FactName, type Facts, registers, safeguards } from './facts.ts';
import { displayPhone } from './phone.ts';
import { promises } from './promises.ts';

/** How each fact reads as one line of plain text. Those that are a text already read as they are. */
const writers = {
  name: String,
  practitioner: String,
  qualifications: String,
  register: (entries) =>
    entries
      .map(({ body, other, number }) => `${body === 'other' ? other : registers[body]}, number ${number}`)
      .join('; '),
  council: (council) =>
    council.kind === 'not asked for'
      ? 'not asked for here'
      : `${council.name}, ${council.kind} ${council.number}`,
  insurer: String,
  address: (address) =>
    [clinicText(address), address.visits && `home visits: ${address.visits}`].filter(Boolean).join('; '),
  openingHours: (hours) =>
    hoursWords(hours)
      .map(({ days, times }) => `${days}, ${times}`)
      .join('; '),
  prices: (prices) => prices.map(priceWords).join('; '),
  phone: displayPhone,
  email: String,
  controller: ({ name, address }) => `${name}, ${address}`,
  icoNumber: String,
  transferSafeguard: (key) => safeguards[key].words,
  portrait: ({ alt }) => alt,
  promises: (made) =>
    Object.entries(promises)
      .flatMap(([name, words]) => (made[name as keyof typeof promises] === 'mine' ? words : []))
      .join(' '),
  madeUp: () => 'made up',
} satisfies { [Name in FactName]-?: (fact: Fact<Name>) => string };

/** A fact as one line of plain text; undefined when it is missing. */
export function factText(name: FactName, facts: Facts): string | undefined {
  const fact = facts[name];
  // The record above ties each writer to its own fact, which the compiler forgets when a name is not known.
  return fact === undefined ? undefined : (writers[name] as (fact: unknown) => string)(fact);
}

type Price = Fact<'prices'>[number];

/** "Session, 45 to 60 minutes: from £60"; what takes no time has none. */
export function priceWords({ what, minutes, upTo, pounds, from }: Price): string {
  const length = minutes === undefined ? '' : `, ${lengthWords(minutes, upTo)} minutes`;
  return `${what}${length}: ${from ? 'from ' : ''}${poundsWords(pounds)}`;
}

/** "60", "45 to 60". */
export function lengthWords(minutes: number, upTo: number | undefined): string {
  return upTo === undefined ? String(minutes) : `${minutes} to ${upTo}`;
}

/** "£60", "£62.50", "free". */
export function poundsWords(pounds: number): string {
  return pounds === 0 ? 'free' : `£${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`;
}

/** "1 High Street, Exeter, EX1 1AA"; undefined when there are home visits only. */
export function clinicText(address: Fact<'address'>): string | undefined {
  return 'street' in address ? `${address.street}, ${address.town}, ${address.postcode}` : undefined;
}

/**
 * A search for the address on Google Maps. It opens the map program that a phone has, and knows British house numbers,
 * which OpenStreetMap often does not. It is a link and nothing more: no page loads anything from there.
 */
export function mapLink(clinic: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(clinic)}`;
}
