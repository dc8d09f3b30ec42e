import { type Fact, jsonBytes, mostRegisterBytes, mostRegisters, registers } from '../facts.ts';
import { fromNames } from '../questions.ts';
import type { FactForm, FactPart, Filling, Typed } from './fact-form.ts';
import { type LineField, readLine } from './read-line.ts';
import { readNumber } from './read-number.ts';

type Entry = Fact<'register'>[number];
const bodies = Object.keys(registers) as Entry['body'][];
const rows = Array.from({ length: mostRegisters }, (_, index) => index + 1);
const legends = ['Your professional register', 'A second register', 'A third register'];

const later = 'or empty all three fields to leave it for later';

function fieldsOf(row: number) {
  const prefix = row === 1 ? 'register' : `register-${row}`;
  return {
    body: `${prefix}-body`,
    other: {
      name: `${prefix}-other`,
      is: 'words',
      label: 'Its name, if it is another one',
      control: { kind: 'line' },
      guarded: 'text',
      most: 100,
    },
    number: {
      name: `${prefix}-number`,
      label: 'Your number there',
      control: { kind: 'line' },
      guarded: 'text',
      most: 40,
      missing: `Enter your number in the register, ${later}`,
    },
  } as const satisfies { body: string; other: LineField; number: LineField };
}

function namesOf(row: number): string[] {
  const { body, other, number } = fieldsOf(row);
  return [body, other.name, number.name];
}

/** The professional registers, with room for one more until there are as many as fit. */
export const register: FactForm<Fact<'register'>> = {
  parts: (typed) => rows.slice(0, lastFilled(typed) + 1).map(partOf),
  write: (entries) =>
    Object.assign(
      {},
      ...entries.map(({ body, other = '', number }, index) => {
        const fields = fieldsOf(index + 1);
        return { [fields.body]: body, [fields.other.name]: other, [fields.number.name]: number };
      }),
    ),
  read(filling) {
    const entries = rows.flatMap((row) => readEntry(filling, row) ?? []);
    if (jsonBytes(entries) > mostRegisterBytes)
      return filling.refuse(fieldsOf(entries.length).other.name, 'Their names are too long. Shorten them');
    return entries.length === 0 ? undefined : entries;
  },
};

function partOf(row: number): FactPart {
  const { body, other, number } = fieldsOf(row);
  const control = {
    kind: 'list',
    options: fromNames(bodies, (one) => ({ words: registers[one] })),
  } as const;
  return {
    legend: legends[row - 1] ?? '',
    fields: [{ name: body, label: 'Register', control }, other, number],
  };
}

function readEntry(filling: Filling, row: number): Entry | undefined {
  if (namesOf(row).every((name) => filling.typed(name).trim() === '')) return undefined;
  const fields = fieldsOf(row);
  const body = bodies.find((one) => one === filling.typed(fields.body));
  if (!body) return filling.refuse(fields.body, `Choose your register, ${later}`);
  const isOther = body === 'other';
  const missing = `Enter the name of the register, ${later}`;
  const name = readLine(filling, isOther ? { ...fields.other, missing } : fields.other);
  if (name && !isOther)
    return filling.refuse(fields.other.name, 'Leave this empty, or choose “Another register” above');
  const number = readNumber(filling, fields.number);
  if (!number || (isOther && !name)) return undefined;
  return { body, ...(name ? { other: name } : {}), number };
}

function lastFilled(typed: Typed): number {
  return Math.max(0, ...rows.filter((row) => namesOf(row).some((name) => (typed[name] ?? '') !== '')));
}
