import type { Fact } from '../facts.ts';
import type { FactForm } from './fact-form.ts';
import { type LineField, readLine } from './read-line.ts';
import { readNumber } from './read-number.ts';

type Council = Fact<'council'>;

const kinds = {
  registration: { words: 'A registration', hint: 'As councils in England give it.' },
  licence: { words: 'A licence', hint: 'As councils in Wales and Scotland give it.' },
  'not asked for': {
    words: 'Not asked for here',
    hint: 'My council asks for neither. Visitors read “not asked for here”.',
  },
  unknown: { words: 'I do not know yet', hint: 'This empties the fields below.' },
} as const satisfies Record<Council['kind'] | 'unknown', { words: string; hint: string }>;
const later = `or choose “${kinds.unknown.words}” to leave all of it for later`;

const fields = {
  name: {
    name: 'council-name',
    is: 'words',
    label: 'Which council',
    control: { kind: 'line' },
    guarded: 'text',
    most: 100,
    missing: `Enter the name of the council, ${later}`,
  },
  number: {
    name: 'council-number',
    label: 'Your number there',
    control: { kind: 'line' },
    guarded: 'text',
    most: 40,
    missing: `Enter your number with the council, ${later}`,
  },
} as const satisfies Record<string, LineField>;

/** A council's registration or licence. That none is asked for is an answer, and a blank is not. */
export const council: FactForm<Council> = {
  parts: () => [
    {
      legend: 'Council registration or licence',
      hint: 'If you do not know whether your council asks for one, ask it first.',
      fields: [
        { name: 'council-kind', label: 'What you have', control: { kind: 'radios', options: kinds } },
        ...Object.values(fields),
      ],
    },
  ],
  write: (fact) => ({
    'council-kind': fact.kind,
    ...(fact.kind === 'not asked for' ? {} : { 'council-name': fact.name, 'council-number': fact.number }),
  }),
  read(filling) {
    const kind = filling.typed('council-kind');
    const typed = Object.values(fields).find(({ name }) => filling.typed(name).trim() !== '');
    if (kind === 'not asked for')
      return typed ? filling.refuse(typed.name, 'Leave this empty, or choose what you have above') : { kind };
    // What nobody has filled in is missing, and no mistake.
    if (kind === 'unknown' || !typed) return undefined;
    if (kind !== 'registration' && kind !== 'licence')
      return filling.refuse('council-kind', `Choose what you have, ${later}`);
    const [name, number] = [readLine(filling, fields.name), readNumber(filling, fields.number)];
    if (!name || !number) return undefined;
    if (!/[\p{L}]/u.test(name)) return filling.refuse(fields.name.name, fields.name.missing);
    return { kind, name, number };
  },
};
