import { clockWords, hoursWords } from '../content/fact-hours.ts';
import { mapLink, poundsWords } from '../content/fact-words.ts';
import type { Fact, factLabels } from '../content/facts.ts';
import { usePractice } from '../practice.ts';
import { FactText, PracticePhone } from './phone-number.tsx';
import { Term } from './term.tsx';

const before = {
  practitioner: 'Your acupuncturist',
  qualifications: 'Qualifications',
  register: 'Register',
  council: 'Council registration or licence',
  insurer: 'Insurance',
} as const satisfies Partial<Record<keyof typeof factLabels, string>>;

const namesBefore = Object.keys(before) as (keyof typeof before)[];

/** Who and where the practice is; what nobody has given yet shows as a marked blank. */
export function PracticeFacts() {
  const { address, openingHours, prices } = usePractice().facts;
  return (
    <dl class="facts">
      {namesBefore.map((name) => (
        <Term term={before[name]}>
          <FactText name={name} />
        </Term>
      ))}
      <Term term="Where">
        <FactText name="address" />
        {address && (
          <>
            {' '}
            <a href={mapLink(address)}>Map</a>
          </>
        )}
      </Term>
      <Term term="When">
        {openingHours ? <HoursList hours={openingHours} /> : <FactText name="openingHours" />}
      </Term>
      <Term term="Prices">{prices ? <PriceList prices={prices} /> : <FactText name="prices" />}</Term>
      <Term term="Phone">
        <PracticePhone />
      </Term>
      <Term term="Email">
        <FactText name="email" />
      </Term>
    </dl>
  );
}

function HoursList({ hours }: { hours: Fact<'openingHours'> }) {
  return (
    <ul>
      {hoursWords(hours).map(({ days, from, to }) => (
        <li>
          {days}: {clockWords(from)} to {clockWords(to)}
        </li>
      ))}
    </ul>
  );
}

function PriceList({ prices }: { prices: Fact<'prices'> }) {
  return (
    <ul>
      {prices.map(({ what, minutes, pounds }) => (
        <li>
          {what}, {minutes} minutes: {poundsWords(pounds)}
        </li>
      ))}
    </ul>
  );
}
