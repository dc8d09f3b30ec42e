import { type Fact, type FactName, type Facts, factGroups } from '../facts.ts';
import { address } from './address.ts';
import { data } from './data.ts';
import type { FactForm, FactPart, Mistakes, Typed } from './fact-form.ts';
import { openingHours } from './opening-hours.ts';
import { prices } from './prices.ts';
import { promises } from './promises.ts';
import { reach } from './reach.ts';
import { you } from './you.ts';

/** The facts that are asked for in a form; the portrait has a page of its own, and nobody is asked what is made up. */
export type AskedFact = Exclude<FactName, 'portrait' | 'madeUp'>;

const forms = {
  ...you,
  address,
  openingHours,
  prices,
  ...reach,
  ...data,
  promises,
} satisfies { [Name in AskedFact]: FactForm<Fact<Name>> };

export type FactGroup = keyof typeof factGroups;
export const factGroupNames = Object.keys(factGroups) as FactGroup[];

/** What stands above the fields of a group. */
export const groupWords = {
  you: { title: 'You', about: 'Who you are, and who vouches for you.' },
  place: { title: 'Place and hours', about: 'Where and when patients can come.' },
  prices: { title: 'Prices', about: 'Visitors read them as a list, in this order.' },
  reach: { title: 'Phone and email', about: 'How visitors reach you without the form.' },
  data: { title: 'Data protection', about: 'The privacy notice names these.' },
  promises: {
    title: 'How you work',
    about:
      'These sentences are about you, and only you know whether they are so. One that you do not answer stays off the page.',
  },
} as const satisfies Record<FactGroup, { title: string; about: string }>;

/** The fields of a group, as many as what stands in them asks for. */
export function partsOf(group: FactGroup, typed: Typed): FactPart[] {
  return factGroups[group].flatMap((name) => {
    const parts = forms[name].parts(typed);
    const isField = parts.some(({ fields }) => fields.some((field) => field.name === name));
    return parts.map((part, index) => (index === 0 && !isField ? { id: name, ...part } : part));
  });
}

/** What stands in the fields of a group for these facts. */
export function writeFacts(group: FactGroup, facts: Facts): Typed {
  return Object.assign({}, ...factGroups[group].map((name) => writeFact(name, facts)));
}

function writeFact<Name extends AskedFact>(name: Name, facts: Facts): Typed {
  const fact = facts[name];
  // The record above ties each form to its own fact, which the compiler forgets when a name is not known.
  return fact === undefined ? {} : (forms[name] as FactForm<unknown>).write(fact);
}

/** The facts of a group as they were typed, and what is wrong with the fields. A fact with a mistake is left out. */
export function readFacts(group: FactGroup, typed: Typed): { facts: Partial<Facts>; mistakes: Mistakes } {
  const mistakes: Record<string, string> = {};
  const filling = {
    typed: (name: string) => typed[name] ?? '',
    refuse(name: string, why: string) {
      mistakes[name] ??= why;
      return undefined;
    },
  };
  const facts = Object.fromEntries(
    factGroups[group].flatMap((name) => {
      const before = Object.keys(mistakes).length;
      const fact = forms[name].read(filling);
      const isRight = Object.keys(mistakes).length === before;
      return fact !== undefined && isRight ? [[name, fact]] : [];
    }),
  );
  return { facts, mistakes };
}

/** The facts of a group that have a mistake in one of their fields. */
export function wrongFacts(group: FactGroup, typed: Typed, mistakes: Mistakes): AskedFact[] {
  return factGroups[group].filter((name) =>
    forms[name].parts(typed).some(({ fields }) => fields.some((field) => mistakes[field.name])),
  );
}
