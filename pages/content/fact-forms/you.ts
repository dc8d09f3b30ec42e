import type { Fact } from '../facts.ts';
import { council } from './council.ts';
import type { FactForm } from './fact-form.ts';
import { lineForm } from './line-form.ts';
import { register } from './register.ts';

/** Who the practitioner is. */
export const you = {
  name: lineForm({
    name: 'name',
    is: 'practice',
    label: 'Name of the practice',
    control: { kind: 'line', autocomplete: 'organization' },
    guarded: 'practice name',
    most: 80,
  }),
  practitioner: lineForm({
    name: 'practitioner',
    is: 'person',
    label: 'Your full name',
    hint: 'As your register has it, without titles.',
    control: { kind: 'line', autocomplete: 'name' },
    guarded: 'own name',
    most: 80,
    refine: (line, refuse) =>
      /\p{L}/u.test(line) && !/[\d@/]/.test(line) ? line : refuse('Enter a name, in letters'),
  }),
  qualifications: lineForm({
    name: 'qualifications',
    is: 'words',
    label: 'Your qualifications',
    hint: 'What you have certificates for, such as “BSc (Hons) Acupuncture”.',
    control: { kind: 'line' },
    guarded: 'text',
    most: 240,
  }),
  register,
  council,
  insurer: lineForm({
    name: 'insurer',
    is: 'words',
    label: 'Your insurer',
    hint: 'Who insures you against claims by patients.',
    control: { kind: 'line' },
    guarded: 'text',
    most: 100,
  }),
} satisfies {
  [Name in 'name' | 'practitioner' | 'qualifications' | 'register' | 'council' | 'insurer']: FactForm<
    Fact<Name>
  >;
};
