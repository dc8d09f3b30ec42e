import { GetHelp } from '../components/get-help.tsx';
import { PracticePhone } from '../components/phone-number.tsx';
import { PlainPage } from './plain-page.tsx';

/** Shown only for a reference that stands for a stored enquiry. */
export function SentPage({ reference, promise }: { reference: string; promise: string }) {
  return (
    <PlainPage title="Enquiry received">
      <h1>I have received your enquiry</h1>
      <p>
        Your reference is <strong class="reference">{reference}</strong>
      </p>
      <h2>What happens next</h2>
      <p>
        {promise} The reply comes in the way you chose. I see patients during the day, so nobody reads this at
        once. If you need to change something, call <PracticePhone /> and give your reference.
      </p>
      <GetHelp />
    </PlainPage>
  );
}
