import type { Fact } from '../facts.ts';
import type { FactForm, Filling } from './fact-form.ts';
import { type LineField, readLine, readLines } from './read-line.ts';
import { readPostcode } from './read-postcode.ts';

const clinic = {
  street: {
    name: 'street',
    is: 'place',
    label: 'Building and street',
    control: { kind: 'line', autocomplete: 'address-line1' },
    guarded: 'place',
    most: 120,
    missing: 'Enter the street, with the number of the house or its name',
  },
  town: {
    name: 'town',
    is: 'place',
    label: 'Town or city',
    control: { kind: 'line', autocomplete: 'address-level2' },
    guarded: 'place',
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
} as const satisfies Record<string, LineField>;

const visits: LineField = {
  name: 'visits',
  is: 'place',
  label: 'Where you visit patients at home',
  hint: 'Such as “Exeter and 10 miles around”. Leave it empty if you visit nobody.',
  control: { kind: 'line' },
  guarded: 'text',
  most: 60,
};

/** Where patients come to, and where they are visited: one of the two is enough. */
export const address: FactForm<Fact<'address'>> = {
  parts: () => [
    {
      legend: 'Where patients come to',
      hint: 'The page makes a link to a map of it. If you only visit patients at home, leave these three empty.',
      fields: Object.values(clinic),
    },
    { legend: 'Home visits', fields: [visits] },
  ],
  write: ({ visits: area, ...place }) => ({ ...place, ...(area ? { visits: area } : {}) }),
  read(filling) {
    const area = readArea(filling);
    const place = readClinic(filling);
    if (place) return { ...place, ...(area ? { visits: area } : {}) };
    return area ? { visits: area } : undefined;
  },
};

function readClinic(filling: Filling) {
  const lines = readLines(filling, clinic);
  if (!lines) return undefined;
  for (const key of ['street', 'town'] as const)
    if (!/\p{L}{2}/u.test(lines[key])) return filling.refuse(key, clinic[key].missing);
  const postcode = readPostcode(lines.postcode);
  if (!postcode) return filling.refuse('postcode', 'Enter a UK postcode that exists, such as EX1 1AA');
  return { ...lines, postcode };
}

function readArea(filling: Filling): string | undefined {
  const area = readLine(filling, visits);
  if (area === undefined || /\p{L}{2}/u.test(area)) return area;
  return filling.refuse(visits.name, 'Enter the area in words');
}
