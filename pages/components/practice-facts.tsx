import { practice } from '../content/practice.ts';
import { FactText, PracticePhone } from './phone-number.tsx';
import { Term } from './term.tsx';

const shown = {
  practitioner: 'Your acupuncturist',
  qualifications: 'Qualifications',
  registration: 'Register',
  councilRegistration: 'Council registration or licence',
  insurance: 'Insurance',
  address: 'Where',
  openingHours: 'When',
  prices: 'Prices',
} as const satisfies Partial<Record<keyof typeof practice, string>>;

const shownKeys = Object.keys(shown) as (keyof typeof shown)[];

/** Who and where the practice is; what nobody has given yet shows as a marked blank. */
export function PracticeFacts() {
  return (
    <dl class="facts">
      {shownKeys.map((key) => (
        <Term term={shown[key]}>
          <FactText fact={practice[key]} />
        </Term>
      ))}
      <Term term="Phone">
        <PracticePhone />
      </Term>
      <Term term="Email">
        <FactText fact={practice.email} />
      </Term>
    </dl>
  );
}
