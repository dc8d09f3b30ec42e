import { factText } from '../content/fact-words.ts';
import { factLabels } from '../content/facts.ts';
import { displayPhone } from '../content/phone.ts';
import { usePractice } from '../practice.ts';

/** The practice's number as a link that dials, or the blank that stands for it. */
export function PracticePhone() {
  const { phone } = usePractice().facts;
  if (!phone) return <FactText name="phone" />;
  return <a href={`tel:${phone}`}>{displayPhone(phone).replaceAll(' ', '\u00a0')}</a>;
}

/** A part of a sentence that is left out where visitors cannot be told a number. */
export function OrCall({ before, after = '' }: { before: string; after?: string }) {
  const { facts, preview } = usePractice();
  if (!facts.phone && !preview) return null;
  return (
    <>
      {before}
      <PracticePhone />
      {after}
    </>
  );
}

/** A fact about the practice. Where nobody has given it, visitors read so, and a preview marks the blank. */
export function FactText({ name }: { name: keyof typeof factLabels }) {
  const { facts, preview } = usePractice();
  const words = factText(name, facts);
  if (words !== undefined) return <>{words}</>;
  if (preview) return <span class="blank">[to add: {factLabels[name]}]</span>;
  return <>({factLabels[name]}: not given yet)</>;
}
