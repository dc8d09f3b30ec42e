import { type SpamSignal, spamSignals } from '../../content/spam-signals.ts';
import { paths } from '../../paths.ts';
import type { ListedEnquiry } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { MoveToInbox } from '../enquiry/moves.tsx';
import { EnquiryList } from '../list-of-enquiries.tsx';
import { Older } from '../older.tsx';

interface ReviewProps {
  enquiries: readonly ListedEnquiry[];
  now: Date;
  /** Where the next page starts, when there is one. */
  before: string | undefined;
}

/** What looks like a robot's: never dropped, and one tap from the inbox. */
export function Review({ enquiries, now, before }: ReviewProps) {
  return (
    <DeskPage title="Review" here={paths.review}>
      <h1>Review</h1>
      <p>
        Something about these looks like a robot. Their senders saw the same page as everybody else. Move the
        people among them to the inbox, and leave the rest.
      </p>
      <EnquiryList
        enquiries={enquiries}
        now={now}
        below={(enquiry) => (
          <>
            <Message enquiry={enquiry} />
            <Reasons spamSignals={enquiry.spamSignals} />
            <MoveToInbox enquiry={enquiry} />
          </>
        )}
      />
      <Older address={before && `${paths.review}?before=${before}`} />
    </DeskPage>
  );
}

/** Why an enquiry was sent to Review, in plain words. */
export function Reasons({ spamSignals: cast }: { spamSignals: readonly SpamSignal[] }) {
  return (
    <ul class="reasons">
      {cast.map((vote) => (
        <li>{spamSignals[vote]}</li>
      ))}
    </ul>
  );
}

// Without it nobody could tell a person from a robot.
function Message({ enquiry: { answers } }: { enquiry: ListedEnquiry }) {
  if (!answers?.message) return null;
  return (
    <blockquote class="typed">
      <bdi>{answers.message}</bdi>
    </blockquote>
  );
}
