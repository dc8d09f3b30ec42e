import { type Facts, registers, safeguards, weekdays } from './facts.ts';
import { displayPhone } from './phone.ts';

const writers: { [Name in keyof Facts]?: (fact: NonNullable<Facts[Name]>) => string } = {
  register: ({ body, other, number }) => `${body === 'other' ? other : registers[body]}, number ${number}`,
  council: (council) =>
    council.kind === 'not asked for' ? 'not asked for here' : `${council.name}, ${council.number}`,
  address: ({ street, town, postcode }) => `${street}, ${town}, ${postcode}`,
  openingHours: (hours) =>
    weekdays
      .flatMap((name) => {
        const day = hours[name];
        return day && day !== 'closed' ? [`${name} ${day.from} to ${day.to}`] : [];
      })
      .join(', '),
  prices: (prices) =>
    prices.map(({ what, minutes, pounds }) => `${what}, ${minutes} minutes: £${pounds}`).join('; '),
  phone: displayPhone,
  controller: ({ name, address }) => `${name}, ${address}`,
  transferSafeguard: (key) => safeguards[key].words,
};

/** A fact as one line of plain text; undefined when it is missing. */
export function factText(name: keyof Facts, facts: Facts): string | undefined {
  const fact = facts[name];
  if (fact === undefined) return undefined;
  const write = writers[name] as ((fact: unknown) => string) | undefined;
  return write ? write(fact) : String(fact);
}
