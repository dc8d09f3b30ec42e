import { noticeDays } from '../../content/retention.ts';
import { londonDay, longDate } from '../../london-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';

interface ShorterPageProps {
  /** Where the form is sent again, and all that it says. */
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** The times that are shorter than they were, in words. */
  shorter: readonly string[];
  /** When it begins to count for what is there. */
  start: Date;
  /** Enquiries that are deleted then, and would otherwise have stayed. */
  deleted: number;
}

/** Before enquiries are stored for less long than they were. */
export function ShorterPage({ action, fields, shorter, start, deleted }: ShorterPageProps) {
  return (
    <DeskPage title="Delete enquiries earlier?" here={paths.practice}>
      <h1>Delete enquiries earlier?</h1>
      <p>Nothing is saved yet. You want to store enquiries for less long:</p>
      <ul>
        {shorter.map((time) => (
          <li>{time}</li>
        ))}
      </ul>
      <p>
        For enquiries that you have already, this starts on <b>{longDate(londonDay(start))}</b>, {noticeDays}{' '}
        days from now. <b>{deletedWords(deleted)}</b> If you make it longer again before that day, the shorter
        time never counts for them.
      </p>
      <SignedIn />
      <form method="post" action={`${action}?${signedOut}`}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="buttons">
          <button class="button" type="submit">
            Yes, save it
          </button>{' '}
          <button class="button quiet" type="submit" name="back" value="yes">
            No, go back
          </button>
        </p>
      </form>
    </DeskPage>
  );
}

function deletedWords(count: number): string {
  if (count === 0) return 'No enquiry is deleted by it on that day.';
  return count === 1
    ? '1 enquiry is deleted then that would have stayed for longer.'
    : `${count} enquiries are deleted then that would have stayed for longer.`;
}
