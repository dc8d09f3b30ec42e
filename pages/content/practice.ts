/** A fact about the practice that nobody has given yet. It shows as a marked blank and the launch check lists it. */
export interface Blank {
  blank: string;
}

export type Fact = string | Blank;

/** Everything that differs from one practice to the next. Replace a `{ blank }` with a string when you know it. */
const facts = {
  name: 'SLS Therapy',
  practitioner: { blank: 'practitioner’s full name' },
  qualifications: { blank: 'qualifications' },
  registration: { blank: 'professional register and number' },
  councilRegistration: { blank: 'local council registration, if your council asks for one' },
  insurance: { blank: 'insurer' },
  address: { blank: 'clinic address' },
  openingHours: { blank: 'opening hours' },
  prices: { blank: 'price and length of a first consultation and of a session' },
  phone: { blank: 'phone number' },
  email: { blank: 'email address' },
  /** Who answers for the data, as the privacy notice must name them. */
  controller: { blank: 'name and postal address of the person or company that answers for the data' },
  icoNumber: { blank: 'ICO registration number' },
  transferSafeguard: { blank: 'the safeguard for data outside the UK, as Cloudflare’s contract names it' },
} satisfies Record<string, Fact>;

type GivenFact = 'name';

// Widened on purpose: a blank that is filled in must not change a type anywhere.
export const practice: Record<Exclude<keyof typeof facts, GivenFact>, Fact> & Record<GivenFact, string> =
  facts;

/** Whether a fact still has to be filled in. */
export function isBlank(fact: Fact): fact is Blank {
  return typeof fact !== 'string';
}
