import { mostWorkingDays, type ReplyTime, replyTimeWords } from '../../content/reply-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';

interface ReplyTimePageProps {
  replyTime: ReplyTime;
  /** As 2026-11-23. */
  today: string;
  /** What was typed, when there is something wrong with it. */
  typed?: { workingDays: string; awayUntil: string };
  mistakes?: { workingDays?: string | undefined; awayUntil?: string | undefined };
}

/** What visitors are told about when they get a reply. */
export function ReplyTimePage({ replyTime: promise, today, typed, mistakes = {} }: ReplyTimePageProps) {
  const wrong = Object.values(mistakes).some(Boolean);
  return (
    <DeskPage title={wrong ? 'Error: Reply time' : 'Reply time'} here={paths.replyTime}>
      <h1>Your reply time</h1>
      <p>
        They read: <q>{replyTimeWords(promise, today)}</q> A change shows on the page within a minute.
      </p>
      <SignedIn />
      <form method="post" action={`${paths.replyTime}?${signedOut}`}>
        <Box
          name="workingDays"
          label="Working days within which you reply"
          hint={`1 to ${mostWorkingDays}. Choose one that you can manage.`}
          value={typed?.workingDays ?? String(promise.workingDays)}
          mistake={mistakes.workingDays}
          type="text"
        />
        <Box
          name="awayUntil"
          label="Away until (optional)"
          hint="The day on which you are back. From that day on the page stops saying that you are away."
          value={typed?.awayUntil ?? promise.awayUntil}
          mistake={mistakes.awayUntil}
          type="date"
        />
        <button class="button" type="submit">
          Save
        </button>
      </form>
    </DeskPage>
  );
}

interface BoxProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  mistake: string | undefined;
  type: 'text' | 'date';
}

function Box({ name, label, hint, value, mistake, type }: BoxProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {mistake && (
        <p class="mistake" id={`${name}-mistake`}>
          <span class="hidden">Error: </span>
          {mistake}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        inputmode={type === 'text' ? 'numeric' : undefined}
        value={value || undefined}
        aria-describedby={mistake ? `${name}-hint ${name}-mistake` : `${name}-hint`}
        aria-invalid={mistake && 'true'}
      />
    </div>
  );
}
