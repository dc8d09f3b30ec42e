import { type Fact, safeguards } from '../facts.ts';
import type { FactForm, Filling } from './fact-form.ts';
import { lineForm } from './line-form.ts';
import { readIcoNumber } from './read-ico-number.ts';
import { type LineField, readLines } from './read-line.ts';
import { withoutPostcode } from './read-postcode.ts';

const fields = {
  name: {
    name: 'controller-name',
    is: 'person',
    label: 'Name',
    hint: 'Yours, or that of your company.',
    control: { kind: 'line', autocomplete: 'name' },
    guarded: 'legal name',
    most: 100,
    missing: 'Enter the name of whoever answers for the data',
  },
  address: {
    name: 'controller-address',
    label: 'Postal address',
    hint: 'With the postcode.',
    is: 'place',
    control: { kind: 'lines', autocomplete: 'street-address' },
    guarded: 'legal name',
    most: 200,
    missing: 'Enter the postal address of whoever answers for the data',
  },
} as const satisfies Record<keyof Fact<'controller'>, LineField>;

const safeguardKeys = Object.keys(safeguards) as Fact<'transferSafeguard'>[];

const transferSafeguard: FactForm<Fact<'transferSafeguard'>> = {
  parts: () => [
    {
      fields: [
        {
          name: 'transferSafeguard',
          label: 'What protects data that leave the UK',
          hint: 'Cloudflare runs this site and works in many countries. Look in your account there which of these you have.',
          control: {
            kind: 'radios',
            options: { ...safeguards, 'not yet': { words: 'Not chosen yet' } },
          },
        },
      ],
    },
  ],
  write: (transferSafeguard) => ({ transferSafeguard }),
  read: (filling) => safeguardKeys.find((key) => key === filling.typed('transferSafeguard')),
};

/** What the privacy notice has to name. */
export const data = {
  controller: {
    parts: () => [
      {
        legend: 'Who answers for the data',
        hint: 'The privacy notice must name a person or a company, and where to write to.',
        fields: Object.values(fields),
      },
    ],
    write: ({ name, address }) => ({ 'controller-name': name, 'controller-address': address }),
    read: readController,
  },
  icoNumber: lineForm({
    name: 'icoNumber',
    label: 'Your number with the Information Commissioner (ICO)',
    hint: 'Such as ZA and six digits. It is on the certificate that you got when you paid the data protection fee. This page is made for the UK: Jersey, Guernsey and the Isle of Man have registers of their own.',
    control: { kind: 'line' },
    most: 80,
    refine: (line, refuse) =>
      readIcoNumber(line) ??
      refuse(
        'Enter the number as the certificate has it, such as ZA and six digits. It is not the order’s number',
      ),
  }),
  transferSafeguard,
} satisfies { [Name in 'controller' | 'icoNumber' | 'transferSafeguard']: FactForm<Fact<Name>> };

function readController(filling: Filling): Fact<'controller'> | undefined {
  const lines = readLines(filling, fields);
  if (!lines) return undefined;
  if (!/\p{L}/u.test(lines.name)) return filling.refuse(fields.name.name, fields.name.missing);
  const rest = withoutPostcode(lines.address);
  if (rest === undefined)
    return filling.refuse(fields.address.name, 'Enter the whole address, with a UK postcode such as EX1 1AA');
  // A number, or the name of a house in front of the town.
  const isWhole = /\p{L}{2}/u.test(rest) && (/\d/.test(rest) || /\p{L}[,\s]+\p{L}+[,\s]+\p{L}/u.test(rest));
  return isWhole
    ? lines
    : filling.refuse(
        fields.address.name,
        'Enter the whole address, with the number of the house or its name',
      );
}
