import type { Fact } from '../facts.ts';
import type { FactForm } from './fact-form.ts';
import { type LineField, readLines } from './read-line.ts';

const fields = {
  street: {
    name: 'street',
    label: 'Building and street',
    control: { kind: 'line', autocomplete: 'address-line1' },
    guarded: 'own name',
    most: 120,
    missing: 'Enter the street, with the number of the house or its name',
  },
  town: {
    name: 'town',
    label: 'Town or city',
    control: { kind: 'line', autocomplete: 'address-level2' },
    guarded: 'own name',
    most: 60,
    missing: 'Enter the town or city',
  },
  postcode: {
    name: 'postcode',
    label: 'Postcode',
    control: { kind: 'line', autocomplete: 'postal-code' },
    most: 20,
    missing: 'Enter the postcode',
  },
} as const satisfies Record<keyof Fact<'address'>, LineField>;

/** Where patients come to. */
export const address: FactForm<Fact<'address'>> = {
  parts: () => [
    {
      legend: 'Where patients come to',
      hint: 'The page makes a link to a map of it.',
      fields: Object.values(fields),
    },
  ],
  write: (fact) => ({ ...fact }),
  read(filling) {
    const lines = readLines(filling, fields);
    if (!lines) return undefined;
    for (const key of ['street', 'town'] as const)
      if (!/\p{L}{2}/u.test(lines[key])) return filling.refuse(key, fields[key].missing);
    const postcode = readPostcode(lines.postcode);
    if (!postcode) return filling.refuse('postcode', 'Enter a UK postcode, such as EX1 1AA');
    return { ...lines, postcode };
  },
};

/** Royal Mail's form of it, in capitals and spaced; undefined when it has another. */
function readPostcode(typed: string): string | undefined {
  const close = typed.toUpperCase().replace(/[^A-Z\d]/g, '');
  const [, outward, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(close) ?? [];
  return outward ? `${outward} ${inward}` : undefined;
}
