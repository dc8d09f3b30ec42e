import { isMove, moves } from '../../content/stages.ts';
import { londonTime } from '../../london-time.ts';
import type { DeskEnquiry, HistoryEntry } from '../desk-enquiry.ts';

interface HistoryProps {
  enquiry: DeskEnquiry;
  history: readonly HistoryEntry[];
}

/** What happened to an enquiry: by itself, and at the desk with who did it. Newest last. */
export function History({ enquiry, history }: HistoryProps) {
  return (
    <ol class="history">
      <li>{londonTime(enquiry.receivedAt)}: received</li>
      <li>Mail to you: {delivery(enquiry)}</li>
      {enquiry.remindedAt && <li>{londonTime(enquiry.remindedAt)}: you were reminded that it waits</li>}
      {history.map((entry) => (
        <li>
          {londonTime(entry.at)}, {entry.by}: {kinds[entry.kind](entry.detail)}{' '}
          {(entry.kind === 'note' || entry.kind === 'extended') && (
            <blockquote class="typed">{entry.note ?? 'No key in use opens this note.'}</blockquote>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What can be done with an enquiry, by the name that the history stores, and in words; the detail is a key as well. */
const kinds = {
  stage: (detail: string) => `stage ${isMove(detail) ? moves[detail].words : detail}`,
  note: () => 'note',
  inbox: () => 'moved from Review to the inbox',
  taken: (detail: string) => `entered by hand, ${detail}; they agreed to the wording below`,
  extended: () => 'to be stored for longer, because',
  'handed over': () => 'handed over to your own records',
  corrected: () => 'corrected what was sent',
  withdrawn: () => 'took the consent back; it is deleted within a day',
} as const;

export type HistoryKind = keyof typeof kinds;

function delivery({ folder, notifiedAt, notifyAttempts, notifyError }: DeskEnquiry): string {
  if (notifiedAt) return `sent ${londonTime(notifiedAt)}`;
  if (folder === 'review') return 'none while it is in Review';
  if (notifyAttempts === 0) return 'not sent yet';
  const tries = notifyAttempts === 1 ? 'once' : `${notifyAttempts} times`;
  return `not sent yet, tried ${tries}${notifyError ? ` (${notifyError})` : ''}`;
}
