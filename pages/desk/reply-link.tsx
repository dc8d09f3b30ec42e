import type { Child } from 'hono/jsx';
import { doubtable, doubtsAbout } from '../content/doubts.ts';
import { costsExtra, dialled, displayPhone, isNoMobile } from '../content/phone.ts';
import { answerText } from '../content/questions.ts';
import type { ListedEnquiry } from './desk-enquiry.ts';

/** One tap to reply in the way the visitor asked for, when they said is a good time, and what to watch out for. */
export function ReplyLink({ enquiry: { answers, reference } }: { enquiry: ListedEnquiry }) {
  if (!answers) return null;
  const { email = '', phone = '', phoneRemark, replyBy } = answers;
  const time = answerText('goodTime', answers);
  // Somebody may have left empty what their way to reply needs.
  const byPhone = phone !== '' && (replyBy !== 'email' || email === '');
  const byText = byPhone && replyBy === 'text';
  const number = dialled(phone);
  const doubts = doubtsAbout(answers);
  return (
    <>
      {byPhone ? (
        <Reply to={number && (byText ? `sms:${number.replace(/;.*/, '')}` : `tel:${number}`)}>
          {byText ? 'Text' : 'Call'} {displayPhone(phone)}
        </Reply>
      ) : (
        <Reply to={email.includes('@') && `mailto:${encodeURIComponent(email)}?subject=${reference}`}>
          Write to {email}
        </Reply>
      )}
      {byPhone && phoneRemark && <bdi class="when"> {phoneRemark}</bdi>}
      {time && <span class="when"> {time}</span>}
      {doubtable.map(
        (name) =>
          doubts[name] && (
            <strong class="note">
              {name === 'phone' && !byPhone && phone !== '' && 'Phone: '}
              {doubts[name].told}
            </strong>
          ),
      )}
      {byText && isNoMobile(phone) && (
        <span class="note">
          It is not a mobile number, so a text may not arrive. <a href={`tel:${number}`}>Call instead</a>
        </span>
      )}
      {byPhone && costsExtra(phone) && <span class="note">A call to this number costs extra.</span>}
    </>
  );
}

function Reply({ to, children }: { to: string | false | undefined; children: Child }) {
  return to ? (
    <a class="reply" href={to}>
      {children}
    </a>
  ) : (
    <span class="reply">{children}</span>
  );
}
