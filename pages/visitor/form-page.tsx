import { EnquiryForm } from '../components/enquiry-form.tsx';
import { ErrorSummary, MistakeLinks } from '../components/error-summary.tsx';
import { OrCall } from '../components/phone-number.tsx';
import { askedNames, type FormValues, questions } from '../content/questions.ts';
import type { Form } from '../form.ts';
import { usePractice } from '../practice.ts';
import { PlainPage } from './plain-page.tsx';

/** Why an enquiry comes back to its sender. */
export type Trouble =
  | 'mistakes'
  | 'too-long'
  | 'cut-off'
  | 'gone'
  | 'other-site'
  | 'too-many'
  | 'not-stored'
  | 'no-button'
  | 'shut';

/** The form alone, every typed word still in it, with what to do about what went wrong. */
export function EnquiryPage({ form, trouble }: { form: Form; trouble: Trouble }) {
  return (
    <PlainPage
      title={`${titles[trouble]}Ask about a consultation`}
      attribution={form.attribution}
      sheets={['form']}
    >
      {trouble === 'mistakes' ? (
        <ErrorSummary errors={form.errors} />
      ) : (
        <Notice {...notices[trouble]} form={form} />
      )}
      <h1>Ask about a consultation</h1>
      <EnquiryForm form={form} />
    </PlainPage>
  );
}

const titles = {
  mistakes: 'Error: ',
  'too-long': 'Not sent: ',
  'cut-off': 'Not sent: ',
  gone: '',
  'other-site': 'Not sent yet: ',
  'too-many': 'Not sent yet: ',
  'not-stored': 'Not sent: ',
  'no-button': 'Not sent: ',
  shut: 'Not sent: ',
} satisfies Record<Trouble, string>;

const notices = {
  'too-long': {
    heading: 'Your enquiry was not sent',
    words: 'It is too long. What arrived is all below. Please make it shorter, then press Send',
  },
  'cut-off': {
    heading: 'Your enquiry was not sent',
    words:
      'Only a part of it arrived. That part is below. Please fill in what is missing, then press Send again',
  },
  gone: {
    heading: 'This form is empty',
    words:
      'If you filled it in before, your words are gone: your phone or computer did not keep them. If you saw no page with a reference, please fill it in again. If you are new here, just start below',
  },
  'other-site': {
    heading: 'Your enquiry has not been sent yet',
    words:
      'It may have come from another website’s page. Please check what is filled in below, tick the box above the button, then press Send',
  },
  'too-many': {
    heading: 'Your enquiry has not been sent yet',
    words:
      'Many enquiries came from your network in the last minute. What you typed is all below. Please wait a minute, then press Send',
  },
  'not-stored': {
    heading: 'Your enquiry was not sent',
    words:
      'Something on this site is not working. What you typed is all below. Please wait a minute, then press Send again',
  },
  'no-button': {
    heading: 'Your enquiry was not sent',
    words:
      'Something on this site is not working. What you typed is all below. Please wait a minute, then load this page again, and say yes if you are asked whether to send it again',
  },
  shut: {
    heading: 'Your enquiry was not sent',
    words: 'This page is closed just now. What you typed is all below, so that you can copy it',
  },
} satisfies Record<Exclude<Trouble, 'mistakes'>, NoticeProps>;

interface NoticeProps {
  heading: string;
  words: string;
}

function Notice({ heading, words, form }: NoticeProps & { form: Form }) {
  return (
    <div class="summary" role="alert">
      <h2>{heading}</h2>
      <p>
        {words}.<OrCall before=" Or call " after="." />
      </p>
      <MistakeLinks errors={form.errors} />
      <MailInstead values={form.values} />
    </div>
  );
}

/** Longer ones open nothing in some mail programs. A thousand emoji still fit. */
const mostInMailLink = 16_000;

/** A mail in the visitor's own program, with their own words in it: nothing of it passes through this site again. */
function MailInstead({ values }: { values: FormValues }) {
  const { email } = usePractice().facts;
  if (!email) return null;
  const words = askedNames.flatMap((name) =>
    values[name] ? [`${questions[name].label}: ${values[name]}`] : [],
  );
  const body = `&body=${encodeURIComponent(words.join('\r\n'))}`;
  const fits = body.length <= mostInMailLink;
  return (
    <p>
      <a href={`mailto:${encodeURI(email)}?subject=Enquiry${fits ? body : ''}`}>
        {fits ? 'Or send it as an email' : 'Or copy your words into an email'}
      </a>
    </p>
  );
}
