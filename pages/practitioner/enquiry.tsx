import { attributionKeys } from '../attribution.ts';
import { Row } from '../components/row.tsx';
import { consents } from '../content/consent.ts';
import { displayPhone } from '../content/phone.ts';
import {
  answerText,
  type KeptAnswers,
  type QuestionName,
  questionNames,
  questions,
} from '../content/questions.ts';
import { stages } from '../content/stages.ts';
import { londonTime } from '../london-time.ts';
import type { DeskEnquiry } from './desk-enquiry.ts';
import { DeskPage, type Frame } from './desk-page.tsx';
import { MoveToInbox, Reasons } from './review.tsx';

/** One enquiry: what was answered, what was agreed to, where it came from. */
export function EnquiryRecord({ frame, enquiry }: { frame: Frame; enquiry: DeskEnquiry }) {
  const { answers, reference } = enquiry;
  return (
    <DeskPage title={`Enquiry ${reference}`} frame={frame}>
      <h1>Enquiry {reference}</h1>
      <dl>
        <Row term="Received">{londonTime(enquiry.receivedAt)} (London)</Row>
        <Row term="Stage">{stages[enquiry.stage]}</Row>
        <Row term="Mail to you">{delivery(enquiry)}</Row>
        {enquiry.remindedAt && <Row term="You were reminded">{londonTime(enquiry.remindedAt)}</Row>}
        {enquiry.movedAt && <Row term="Moved from Review">{londonTime(enquiry.movedAt)}</Row>}
      </dl>
      {enquiry.votes.length > 0 && (
        <>
          <h2>Why it went to Review</h2>
          <Reasons votes={enquiry.votes} />
          {enquiry.folder === 'review' && <MoveToInbox id={enquiry.id} />}
        </>
      )}
      <h2>Answers</h2>
      {answers ? (
        <dl>
          {questionNames.map(
            (name) => answers[name] && <Row term={questions[name].label}>{answer(name, answers)}</Row>,
          )}
        </dl>
      ) : (
        <p>
          These answers cannot be opened: they were sealed with key {enquiry.keyId}, which is not the one in
          use.
        </p>
      )}
      <h2>Agreed to</h2>
      <p>
        {consents[enquiry.consentVersion]} ({enquiry.consentVersion})
      </p>
      <h2>Campaign</h2>
      {attributionKeys.some((key) => enquiry[key]) ? (
        <dl>{attributionKeys.map((key) => enquiry[key] && <Row term={key}>{enquiry[key]}</Row>)}</dl>
      ) : (
        <p>None: the visitor did not come through a marked advert.</p>
      )}
    </DeskPage>
  );
}

function delivery({ folder, notifiedAt, notifyAttempts, notifyError }: DeskEnquiry): string {
  if (folder === 'review') return 'None while it is in Review';
  if (notifiedAt) return `Sent ${londonTime(notifiedAt)}`;
  if (notifyAttempts === 0) return 'Not sent yet';
  return `Not sent yet, tried ${notifyAttempts === 1 ? 'once' : `${notifyAttempts} times`}${notifyError ? ` (${notifyError})` : ''}`;
}

function answer(name: QuestionName, answers: KeptAnswers) {
  const text = answerText(name, answers);
  if (name === 'email') return <a href={`mailto:${encodeURIComponent(text)}`}>{text}</a>;
  if (name === 'phone') return <a href={`tel:${text}`}>{displayPhone(text)}</a>;
  return <bdi class="typed">{text}</bdi>;
}
