import { attributionKeys } from '../../attribution.ts';
import { Term } from '../../components/term.tsx';
import { consents } from '../../content/consent.ts';
import { displayPhone } from '../../content/phone.ts';
import {
  answerText,
  type QuestionName,
  questionNames,
  questions,
  type StoredAnswers,
} from '../../content/questions.ts';
import { stageOf, stageWords } from '../../content/stages.ts';
import { londonTime } from '../../london-time.ts';
import { href, paths } from '../../paths.ts';
import type { DeskEnquiry, HistoryEntry, SamePerson } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { ReplyLink } from '../reply-link.tsx';
import { Reasons } from '../review/review-page.tsx';
import { SignedIn } from '../session.tsx';
import { History } from './history.tsx';
import { HandOverForm, MoveToInbox, NoteForm, StageForm } from './moves.tsx';
import { Shown } from './shown.tsx';

interface EnquiryRecordProps {
  enquiry: DeskEnquiry;
  history: readonly HistoryEntry[];
  samePerson: readonly SamePerson[];
  /** The words of headline and notice, by version. */
  wordings: ReadonlyMap<string, string>;
  /** A note that was typed but not saved. */
  note?: string;
  /** What went wrong with the last change. */
  problem?: string;
}

/** One enquiry: how to reply, what was answered, what was done, what was agreed to, where it came from. */
export function EnquiryRecord(props: EnquiryRecordProps) {
  const { enquiry, history, samePerson, wordings, note = '', problem } = props;
  const { answers, reference } = enquiry;
  return (
    <DeskPage title={problem ? `Error: Enquiry ${reference}` : `Enquiry ${reference}`}>
      {problem && (
        <div class="summary" role="alert">
          <h2>Nothing was changed</h2>
          <p>{problem}</p>
        </div>
      )}
      <h1>
        <bdi>{answers?.name ?? `Enquiry ${reference}`}</bdi>
      </h1>
      <p>
        <ReplyLink enquiry={enquiry} />
      </p>
      <p>
        <strong>{stageWords(enquiry)}</strong>, received {londonTime(enquiry.receivedAt)}. Reference{' '}
        {reference}.
      </p>
      {enquiry.spamSignals.length > 0 && (
        <>
          <h2>Why it went to Review</h2>
          <Reasons spamSignals={enquiry.spamSignals} />
        </>
      )}
      {enquiry.folder === 'review' ? <MoveToInbox enquiry={enquiry} /> : <StageForm enquiry={enquiry} />}
      {stageOf(enquiry.stage).attended && !enquiry.handedOverAt && <HandOverForm enquiry={enquiry} />}
      <p>
        <a href={href(paths.person, { id: enquiry.id })}>Everything about this person, and erasing it</a>
      </p>
      <h2>Answers</h2>
      {answers ? (
        <dl>
          {questionNames.map(
            (name) => answers[name] && <Term term={questions[name].label}>{answer(name, answers)}</Term>,
          )}
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
        {consents[enquiry.consentVersion]} ({enquiry.consentVersion})
      </p>
      <Shown title="The headline they saw" version={enquiry.headlineVersion} wordings={wordings} />
      <Shown title="The privacy notice, as it was then" version={enquiry.noticeVersion} wordings={wordings} />
      <h2>Campaign</h2>
      {attributionKeys.some((key) => enquiry[key]) ? (
        <dl>{attributionKeys.map((key) => enquiry[key] && <Term term={key}>{enquiry[key]}</Term>)}</dl>
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
        {samePerson.map((twin) => (
          <li>
            <a href={href(paths.record, { id: twin.id })}>{twin.reference}</a>, {londonTime(twin.receivedAt)},{' '}
            {stageWords(twin)}: the same {twin.same}
          </li>
        ))}
      </ul>
    </>
  );
}

function answer(name: QuestionName, answers: StoredAnswers) {
  const text = answerText(name, answers);
  const { kind } = questions[name].control;
  if (kind === 'email') return <a href={`mailto:${encodeURIComponent(text)}`}>{text}</a>;
  if (kind === 'tel') return <a href={`tel:${text}`}>{displayPhone(text)}</a>;
  return <bdi class="typed">{text}</bdi>;
}
