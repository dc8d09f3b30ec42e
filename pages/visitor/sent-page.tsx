import { GetHelp } from '../components/get-help.tsx';
import { OrCall } from '../components/phone-number.tsx';
import { Pieces } from '../components/prose.tsx';
import { PlainPage } from './plain-page.tsx';

interface SentProps {
  reference: string;
  /** When the reply comes, in words; '' where nobody knows just now. */
  replyTime: string;
  /** The visitor's own page about this enquiry. */
  own: string;
}

/** Shown only for a reference that stands for a stored enquiry. */
export function SentPage({ reference, replyTime: promise, own }: SentProps) {
  return (
    <PlainPage title="Enquiry received">
      <h1>I have received your enquiry</h1>
      <p>
        Your reference is <strong class="reference">{reference}</strong>
      </p>
      <h2>What happens next</h2>
      <p>
        {promise} The reply comes to the phone number or email address you gave.{' '}
        <Pieces pieces={[{ promise: 'notAtOnce' }]} />
        <OrCall before=" If you need to change something, call " after=" and give your reference." />
      </p>
      <p>
        <a href={own}>See, correct or erase what you sent</a>. Keep this link if you may want it later: it is
        yours alone.
      </p>
      <GetHelp />
    </PlainPage>
  );
}
