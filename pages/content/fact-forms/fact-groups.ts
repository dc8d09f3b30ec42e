import type { Fact, FactName, Facts } from '../facts.ts';
import { address } from './address.ts';
import { data } from './data.ts';
import type { FactForm, FactPart, Mistakes, Typed } from './fact-form.ts';
import { openingHours } from './opening-hours.ts';
import { prices } from './prices.ts';
import { promises } from './promises.ts';
import { reach } from './reach.ts';
import { you } from './you.ts';

/** The facts that are asked for in a form; the portrait has a page of its own, and nobody is asked what is made up. */
type AskedFact = Exclude<FactName, 'portrait' | 'madeUp'>;

const forms = {
  ...you,
  address,
  openingHours,
  prices,
  ...reach,
  ...data,
  promises,
} satisfies { [Name in AskedFact]: FactForm<Fact<Name>> };

interface FactGroup {
  title: string;
  about: string;
  facts: readonly AskedFact[];
}

/** What is asked together, on one page each. */
export const factGroups = {
  you: {
    title: 'You',
    about: 'Who you are, and who vouches for you.',
    facts: ['name', 'practitioner', 'qualifications', 'register', 'council', 'insurer'],
  },
  place: { title: 'Place and hours', about: 'Where and when.', facts: ['address', 'openingHours'] },
  prices: { title: 'Prices', about: 'Visitors read them as a list, in this order.', facts: ['prices'] },
  reach: { title: 'Phone and email', about: 'How to reach you without the form.', facts: ['phone', 'email'] },
  data: {
    title: 'Data protection',
    about: 'The privacy notice names these.',
    facts: ['controller', 'icoNumber', 'transferSafeguard'],
  },
  promises: {
    title: 'How you work',
    about:
      'These sentences are about you, and only you can know whether they are so. A sentence that you do not answer stays off the page.',
    facts: ['promises'],
  },
} as const satisfies Record<string, FactGroup>;

export type FactGroupName = keyof typeof factGroups;
export const factGroupNames = Object.keys(factGroups) as FactGroupName[];

/** The fields of a group, as many as what stands in them asks for. */
export function partsOf(group: FactGroupName, typed: Typed): FactPart[] {
  return factGroups[group].facts.flatMap((name) => [...forms[name].parts(typed)]);
}

/** What stands in the fields of a group for these facts. */
export function writeFacts(group: FactGroupName, facts: Facts): Typed {
  return Object.assign({}, ...factGroups[group].facts.map((name) => writeFact(name, facts)));
}

function writeFact<Name extends AskedFact>(name: Name, facts: Facts): Typed {
  const fact = facts[name];
  // The record above ties each form to its own fact, which the compiler forgets when a name is not known.
  return fact === undefined ? {} : (forms[name] as FactForm<unknown>).write(fact);
}

/** The facts of a group as they were typed, and what is wrong with the fields. A fact with a mistake is left out. */
export function readFacts(group: FactGroupName, typed: Typed): { facts: Partial<Facts>; mistakes: Mistakes } {
  const mistakes: Record<string, string> = {};
  const filling = {
    typed: (name: string) => typed[name] ?? '',
    refuse(name: string, why: string) {
      mistakes[name] ??= why;
      return undefined;
    },
  };
  const facts = Object.fromEntries(
    factGroups[group].facts.flatMap((name) => {
      const fact = forms[name].read(filling);
      return fact === undefined ? [] : [[name, fact]];
    }),
  );
  return { facts, mistakes };
}
