import { useContext } from 'hono/jsx';
import { AnswerTerms } from '../../components/answer-list.tsx';
import { Term } from '../../components/term.tsx';
import type { StoredAnswers } from '../../content/questions.ts';
import { type JobName, jobs } from '../../content/schedule.ts';
import { londonTime } from '../../london-time.ts';
import { paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { FrameContext } from '../frame.ts';

/** How the site is, as far as it can tell. */
export interface Status {
  lastEnquiryAt: Date | undefined;
  outbox: number;
  deadLetters: readonly { reference: string | null; firstSeenAt: Date; lastTriedAt: Date }[];
  setAside: number;
  /** The oldest of those that were set aside. */
  messages: readonly Aside[];
  /** The keys of the ring, newest first, and any other that sealed something. */
  keys: readonly { id: string; rows: number; known: boolean }[];
  runs: Readonly<Partial<Record<JobName, { lastRunAt: Date; doneFor: Date | null; error: string | null }>>>;
}

/** With a reference it can be read, and only the database refuses it; with answers, a key opens it too. */
interface Aside {
  messageId: string;
  sentAt: Date;
  reference: string | undefined;
  answers: StoredAnswers | undefined;
}

/** For the practitioner, and for whoever looks after the site. */
export function StatusPage({ status }: { status: Status }) {
  const { alarms } = useContext(FrameContext);
  const { deadLetters, runs } = status;
  return (
    <DeskPage title="Status" here={paths.status}>
      <h1>Status</h1>
      {alarms.length === 0 && <p>No alarm is open.</p>}
      <dl>
        <Term term="Last enquiry">
          {status.lastEnquiryAt ? londonTime(status.lastEnquiryAt) : 'None so far'}
        </Term>
        <Term term="Last test enquiry">{canaryWords(runs.canary)}</Term>
        <Term term="Mails about enquiries still to go out">{status.outbox}</Term>
        <Term term="Enquiries that the database has not taken yet">
          {deadLetters.length}
          {deadLetters.map(({ reference, firstSeenAt, lastTriedAt }) => (
            <p>
              {reference ?? 'No reference'}: since {londonTime(firstSeenAt)}, last tried{' '}
              {londonTime(lastTriedAt)}
            </p>
          ))}
        </Term>
        <Term term="Messages that could not be stored, or could not be read">
          {status.setAside}
          {status.messages.map((one) => (
            <Message {...one} />
          ))}
          {status.setAside > 0 && (
            <p>
              They are kept, and are tried again every five minutes. Whoever sent one was told that you have
              it: reply where you can read it, and enter it by hand. What your helper can do stands in
              docs/operations.md.
            </p>
          )}
        </Term>
      </dl>
      <h2>What runs by itself</h2>
      <dl>
        {Object.entries(jobs).map(([name, { words, every }]) => (
          <Term term={words}>
            {runWords(runs[name as JobName])}
            {every !== 'run' && `, once a ${every}`}
          </Term>
        ))}
      </dl>
      <p>The rest runs every five minutes. London time.</p>
      <details>
        <summary>Keys, for your helper</summary>
        <dl>
          <Term term="Answers and notes by key">
            {status.keys.map(({ id, rows, known }, place) => (
              <p>
                {id}: {rows}
                {known
                  ? place > 0 && rows > 0 && ', being sealed again'
                  : ', cannot be read: the key is missing'}
              </p>
            ))}
          </Term>
        </dl>
      </details>
    </DeskPage>
  );
}

function Message({ messageId, sentAt, reference, answers }: Aside) {
  return (
    <>
      <p>
        Sent {londonTime(sentAt)}.{' '}
        {reference
          ? `Enquiry ${reference}: the database does not take it.`
          : 'This version of the site cannot read it.'}{' '}
        Message <code>{messageId}</code>.
      </p>
      {answers && (
        <dl>
          <AnswerTerms answers={answers} />
        </dl>
      )}
    </>
  );
}

type Run = Status['runs'][JobName];

function runWords(run: Run): string {
  if (!run) return 'Has not run yet';
  return `${londonTime(run.lastRunAt)}, ${run.error ? `failed (${run.error})` : 'well'}`;
}

function canaryWords(run: Run): string {
  if (!run) return 'None so far';
  return run.error ? `Failed on ${londonTime(run.lastRunAt)}` : `Arrived on ${londonTime(run.lastRunAt)}`;
}
