import { hoursWords } from '../content/fact-hours.ts';
import { clinicText, mapLink, priceWords } from '../content/fact-words.ts';
import type { Fact, Facts, factLabels } from '../content/facts.ts';
import { usePractice } from '../practice.ts';
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
  phone: 'Phone',
  email: 'Email',
} as const satisfies Partial<Record<keyof typeof factLabels, string>>;

type Shown = keyof typeof shown;
const shownNames = Object.keys(shown) as Shown[];

/** Who and where the practice is. What nobody has given is left out; in a preview it shows as a marked blank. */
export function PracticeFacts() {
  const { facts, preview } = usePractice();
  return (
    <dl class="facts">
      {shownNames
        .filter((name) => preview || facts[name] !== undefined)
        .map((name) => (
          <Term term={shown[name]}>
            <ShownFact name={name} facts={facts} />
          </Term>
        ))}
    </dl>
  );
}

function ShownFact({ name, facts }: { name: Shown; facts: Facts }) {
  const { address, openingHours, prices } = facts;
  if (name === 'phone') return <PracticePhone />;
  if (name === 'openingHours' && openingHours) return <HoursList hours={openingHours} />;
  if (name === 'prices' && prices) return <PriceList prices={prices} />;
  if (name === 'address' && address) return <Where address={address} />;
  return <FactText name={name} />;
}

function Where({ address }: { address: Fact<'address'> }) {
  const clinic = clinicText(address);
  return (
    <>
      {clinic && (
        <>
          {clinic} <a href={mapLink(clinic)}>Map</a>
        </>
      )}
      {clinic && address.visits && <br />}
      {address.visits && `Home visits: ${address.visits}`}
    </>
  );
}

function HoursList({ hours }: { hours: Fact<'openingHours'> }) {
  return (
    <ul>
      {hoursWords(hours).map(({ days, times }) => (
        <li>
          {days}: {times}
        </li>
      ))}
    </ul>
  );
}

function PriceList({ prices }: { prices: Fact<'prices'> }) {
  return (
    <ul>
      {prices.map((price) => (
        <li>{priceWords(price)}</li>
      ))}
    </ul>
  );
}
