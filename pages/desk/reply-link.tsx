import { displayPhone } from '../content/phone.ts';
import { answerText } from '../content/questions.ts';
import type { ListedEnquiry } from './desk-enquiry.ts';

/** One tap to reply in the way the visitor asked for, and when they said is a good time. */
export function ReplyLink({ enquiry: { answers, reference } }: { enquiry: ListedEnquiry }) {
  if (!answers) return null;
  const time = answerText('goodTime', answers);
  return (
    <>
      {answers.replyBy === 'email' ? (
        <a class="reply" href={`mailto:${encodeURIComponent(answers.email ?? '')}?subject=${reference}`}>
          Write to {answers.email}
        </a>
      ) : (
        <a class="reply" href={`${answers.replyBy === 'text' ? 'sms' : 'tel'}:${answers.phone}`}>
          {answers.replyBy === 'text' ? 'Text' : 'Call'} {displayPhone(answers.phone ?? '')}
        </a>
      )}
      {time && <span class="when"> {time}</span>}
    </>
  );
}
