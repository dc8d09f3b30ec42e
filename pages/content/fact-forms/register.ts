import { type Fact, registers } from '../facts.ts';
import { fromNames } from '../questions.ts';
import type { FactForm } from './fact-form.ts';
import { type LineField, readLine } from './read-line.ts';
import { readNumber } from './read-number.ts';

type Body = keyof typeof registers;
const bodies = Object.keys(registers) as Body[];

const other: LineField = {
  name: 'register-other',
  label: 'Its name, if it is another one',
  control: { kind: 'line' },
  guarded: 'text',
  most: 100,
};
const number: LineField = {
  name: 'register-number',
  label: 'Your number there',
  control: { kind: 'line' },
  guarded: 'text',
  most: 40,
  missing: 'Enter your number in the register',
};

/** The professional register. */
export const register: FactForm<Fact<'register'>> = {
  parts: () => [
    {
      legend: 'Your professional register',
      fields: [
        {
          name: 'register-body',
          label: 'Register',
          control: { kind: 'list', options: fromNames(bodies, (body) => ({ words: registers[body] })) },
        },
        other,
        number,
      ],
    },
  ],
  write: ({ body, other: name = '', number }) => ({
    'register-body': body,
    'register-other': name,
    'register-number': number,
  }),
  read(filling) {
    const typed = ['register-body', other.name, number.name].map((name) => filling.typed(name).trim());
    if (typed.every((text) => text === '')) return undefined;
    const body = bodies.find((one) => one === filling.typed('register-body'));
    if (!body) return filling.refuse('register-body', 'Choose your register');
    const isOther = body === 'other';
    const name = readLine(filling, isOther ? { ...other, missing: 'Enter the name of the register' } : other);
    if (name && !isOther)
      return filling.refuse(other.name, 'Leave this empty, or choose “Another register” above');
    const listed = readNumber(filling, number);
    if (!listed || (isOther && !name)) return undefined;
    return { body, ...(name ? { other: name } : {}), number: listed };
  },
};
