import { attributionKeys, attributionWords, campaignWords } from '../../attribution.ts';
import { AnswerTerms } from '../../components/answer-list.tsx';
import { Term } from '../../components/term.tsx';
import { stageOf, stageWords } from '../../content/stages.ts';
import { londonTime } from '../../london-time.ts';
import { href, paths } from '../../paths.ts';
import type { DeskEnquiry, HistoryEntry, SamePerson } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { ReplyLink } from '../reply-link.tsx';
import { Reasons } from '../review/review-page.tsx';
import { SignedIn } from '../session.tsx';
import { History } from './history.tsx';
import { ExtendForm, HandOverForm, MoveToInbox, NoteForm, StageForm } from './moves.tsx';

interface EnquiryRecordProps {
  enquiry: DeskEnquiry;
  history: readonly HistoryEntry[];
  samePerson: readonly SamePerson[];
  /** The words of headline and notice, by version. */
  wordings: ReadonlyMap<string, string>;
  /** A note that was typed but not saved. */
  note?: string;
  /** A reason to store it for longer that was typed but not saved. */
  reason?: string;
  /** What went wrong with the last change. */
  problem?: string;
}

/** One enquiry: how to reply, what was answered, what was done, what was agreed to, where it came from. */
export function EnquiryRecord(props: EnquiryRecordProps) {
  const { enquiry, history, samePerson, wordings, note = '', reason, problem } = props;
  const { answers, reference } = enquiry;
  return (
    <DeskPage title={problem ? `Error: Enquiry ${reference}` : `Enquiry ${reference}`}>
      {problem && (
        <div class="summary" role="alert">
          <h2>Nothing was changed</h2>
          <p>{problem}</p>
        </div>
      )}
      {reason !== undefined && <ExtendForm enquiry={enquiry} reason={reason} />}
      <h1>
        <bdi>{answers?.name ?? `Enquiry ${reference}`}</bdi>
      </h1>
      <p>
        {enquiry.withdrawnAt ? (
          <strong>
            They took their consent back. Please do not contact them: it will be deleted within minutes.
          </strong>
        ) : (
          <ReplyLink enquiry={enquiry} />
        )}
      </p>
      <p>
        <strong>{stageWords(enquiry)}</strong>, received {londonTime(enquiry.receivedAt)}. Reference{' '}
        {reference}.
      </p>
      {enquiry.spamSignals.length > 0 && (
        <>
          <h2>{enquiry.folder === 'review' ? 'Why it is in Review' : 'Signs of a robot'}</h2>
          <Reasons spamSignals={enquiry.spamSignals} />
        </>
      )}
      {!enquiry.withdrawnAt &&
        (enquiry.folder === 'review' ? <MoveToInbox enquiry={enquiry} /> : <StageForm enquiry={enquiry} />)}
      {stageOf(enquiry.stage).attended && !enquiry.handedOverAt && <HandOverForm enquiry={enquiry} />}
      <p>
        <a href={href(paths.person, { id: enquiry.id })}>Everything about this person, and erasing it</a>
      </p>
      <h2>Answers</h2>
      {answers ? (
        <dl>
          <AnswerTerms answers={answers} />
        </dl>
      ) : (
        <p>
          These answers cannot be opened: they were sealed with key {enquiry.keyId}, which is not the one in
          use.
        </p>
      )}
      <SamePersonList samePerson={samePerson} />
      <h2>Notes and history</h2>
      <SignedIn />
      <NoteForm enquiry={enquiry} note={note} />
      <History enquiry={enquiry} history={history} />
      <h2>Agreed to</h2>
      <p>
        {enquiry.takenBy && `Taken by you, ${enquiry.takenBy === 'phone' ? 'on the phone' : 'in person'}. `}
        {wordings.get(enquiry.consentVersion) ?? notStored} ({enquiry.consentVersion})
      </p>
      <Shown title="The headline they saw" version={enquiry.headlineVersion} wordings={wordings} />
      <Shown title="The privacy notice, as it was then" version={enquiry.noticeVersion} wordings={wordings} />
      <h2>Campaign</h2>
      {attributionKeys.some((key) => enquiry[key]) ? (
        <dl>
          {attributionKeys.map(
            (key) => enquiry[key] && <Term term={attributionWords[key]}>{campaignWords(enquiry[key])}</Term>,
          )}
        </dl>
      ) : (
        <p>None: the visitor did not come through a marked advert.</p>
      )}
    </DeskPage>
  );
}

function SamePersonList({ samePerson }: { samePerson: readonly SamePerson[] }) {
  if (samePerson.length === 0) return null;
  return (
    <>
      <h2>The same person?</h2>
      <ul>
        {samePerson.map((other) => (
          <li>
            <a href={href(paths.record, { id: other.id })}>{other.reference}</a>,{' '}
            {londonTime(other.receivedAt)}, {stageWords(other)}: the same {other.same}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ShownProps {
  title: string;
  version: string | null;
  wordings: ReadonlyMap<string, string>;
}

const notStored = 'Its words are not stored yet: look again in five minutes.';

/** Words as a visitor was shown them, folded away. */
function Shown({ title, version, wordings }: ShownProps) {
  if (!version) return null;
  return (
    <details>
      <summary>{title}</summary>
      <p class="typed">{wordings.get(version) ?? notStored}</p>
    </details>
  );
}
