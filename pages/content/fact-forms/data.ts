import { type Fact, safeguards } from '../facts.ts';
import type { FactForm } from './fact-form.ts';
import { lineForm } from './line-form.ts';
import { type LineField, readLines } from './read-line.ts';

const fields = {
  name: {
    name: 'controller-name',
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
    hint: 'In one line, with the postcode.',
    control: { kind: 'line' },
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
          control: { kind: 'radios', options: safeguards },
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
    read: (filling) => readLines(filling, fields),
  },
  icoNumber: lineForm({
    name: 'icoNumber',
    label: 'Your number with the Information Commissioner (ICO)',
    hint: 'Such as ZA and six digits. It is on the certificate that you got when you paid the data protection fee.',
    control: { kind: 'line' },
    most: 40,
    refine: (line, refuse) =>
      readIcoNumber(line) ??
      refuse(
        'Enter the number as the certificate has it, such as ZA and six digits. It is not the order’s number',
      ),
  }),
  transferSafeguard,
} satisfies { [Name in 'controller' | 'icoNumber' | 'transferSafeguard']: FactForm<Fact<Name>> };

function readIcoNumber(typed: string): string | undefined {
  const close = typed
    .toUpperCase()
    .replace(/^(?:ICO|NUMBER|NO\.?|REGISTRATION|REG\.?|REF\.?)[ :]+/g, '')
    .replace(/[ .\-/]/g, '');
  const hasShape = /^(?:[A-Z]{1,2}\d{6,7}|Z\d{6}X|000\d{8})$/.test(close);
  return hasShape && /[1-9]/.test(close) ? close : undefined;
}
