import type { factLabels } from '../content/facts.ts';
import { FactText, PracticePhone } from './phone-number.tsx';
import { Term } from './term.tsx';

const shown = {
  practitioner: 'Your acupuncturist',
  qualifications: 'Qualifications',
  register: 'Register',
  council: 'Council registration or licence',
  insurer: 'Insurance',
  address: 'Where',
  openingHours: 'When',
  prices: 'Prices',
} as const satisfies Partial<Record<keyof typeof factLabels, string>>;

const shownNames = Object.keys(shown) as (keyof typeof shown)[];

/** Who and where the practice is; what nobody has given yet shows as a marked blank. */
export function PracticeFacts() {
  return (
    <dl class="facts">
      {shownNames.map((name) => (
        <Term term={shown[name]}>
          <FactText name={name} />
        </Term>
      ))}
      <Term term="Phone">
        <PracticePhone />
      </Term>
      <Term term="Email">
        <FactText name="email" />
      </Term>
    </dl>
  );
}
