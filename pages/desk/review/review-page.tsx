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
        These look like a robot’s, but a person may be among them. Everybody who wrote was told when to expect
        a reply. Move people to the inbox, and leave the rest. Leads files have only what is in the inbox.
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

/** What speaks for a robot in an enquiry, in plain words: why it is in Review, or how it is marked in the inbox. */
export function Reasons({ spamSignals: found }: { spamSignals: readonly SpamSignal[] }) {
  if (found.length === 0) return null;
  return (
    <ul class="reasons">
      {found.map((name) => (
        <li>{spamSignals[name].words}</li>
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
