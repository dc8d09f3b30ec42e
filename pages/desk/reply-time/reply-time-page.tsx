import { ProblemSummary } from '../../components/problem-summary.tsx';
import { type ReplyTime, replyTimeWords } from '../../content/reply-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';
import { ReplyTimeFields, type ReplyTimeMistakes, type TypedReplyTime } from './reply-time-fields.tsx';

interface ReplyTimePageProps {
  replyTime: ReplyTime;
  /** As 2026-11-23. */
  today: string;
  /** The version of the settings that the form was opened with. */
  basis: number;
  typed: TypedReplyTime;
  mistakes?: ReplyTimeMistakes;
  /** The settings were changed since the form was opened, and nothing was saved. */
  conflict?: boolean;
}

/** What visitors are told about when they get a reply. */
export function ReplyTimePage(props: ReplyTimePageProps) {
  const { replyTime, today, basis, typed, mistakes = {}, conflict = false } = props;
  const wrong = Object.values(mistakes).some(Boolean);
  return (
    <DeskPage title={wrong || conflict ? 'Error: Reply time' : 'Reply time'} here={paths.replyTime}>
      {wrong && <ProblemSummary mistakes={{ ...mistakes }} />}
      {conflict && (
        <ProblemSummary heading="The settings were changed since you opened this page">
          <p>
            Nothing of yours was saved. What you changed is below, and all else as it is now. If you save it,
            it counts.
          </p>
        </ProblemSummary>
      )}
      <h1>Your reply time</h1>
      <p>
        They read: <q>{replyTimeWords(replyTime, today)}</q> A change shows on the page within a minute.
      </p>
      <SignedIn />
      <form method="post" action={`${paths.replyTime}?${signedOut}`}>
        <Hidden name="basis" value={String(basis)} />
        <ReplyTimeFields typed={typed} mistakes={mistakes} />
        <button class="button" type="submit">
          Save
        </button>
      </form>
      <p>
        <a href={paths.settings}>All settings</a>
      </p>
    </DeskPage>
  );
}
