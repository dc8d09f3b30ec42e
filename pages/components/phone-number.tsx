import { type Fact, isBlank, practice } from '../content/practice.ts';

/** The practice's number as a link that dials, or the blank that stands for it. */
export function PracticePhone() {
  const { phone } = practice;
  if (isBlank(phone)) return <FactText fact={phone} />;
  return <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone.replaceAll(' ', '\u00a0')}</a>;
}

/** A fact about the practice, or a marked blank where nobody has given it. */
export function FactText({ fact }: { fact: Fact }) {
  return isBlank(fact) ? <span class="blank">[to add: {fact.blank}]</span> : <>{fact}</>;
}
