import { practice } from '../content/practice.ts';
import { FactText, PracticePhone } from './phone-number.tsx';
import { Row } from './term.tsx';

const shown = {
  practitioner: 'Your acupuncturist',
  qualifications: 'Qualifications',
  registration: 'Register',
  councilRegistration: 'Council registration',
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
        <Row term={shown[key]}>
          <FactText fact={practice[key]} />
        </Row>
      ))}
      <Row term="Phone">
        <PracticePhone />
      </Row>
      <Row term="Email">
        <FactText fact={practice.email} />
      </Row>
    </dl>
  );
}
