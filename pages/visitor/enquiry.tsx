import { EnquiryForm } from '../components/enquiry-form.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { PracticePhone } from '../components/phone-number.tsx';
import type { Form } from '../form.ts';
import { PlainPage } from './plain-page.tsx';

/** Why an enquiry comes back to its sender. */
export type Trouble = 'mistakes' | 'other-site' | 'not-stored';

/** The form alone, every typed word still in it, with what to do about what went wrong. */
export function EnquiryPage({ form, trouble }: { form: Form; trouble: Trouble }) {
  return (
    <PlainPage
      title={`${titles[trouble]}Ask about a consultation`}
      attribution={form.attribution}
      sheets={['form']}
    >
      <Notice form={form} trouble={trouble} />
      <h1>Ask about a consultation</h1>
      <EnquiryForm form={form} />
    </PlainPage>
  );
}

const titles = {
  mistakes: 'Error: ',
  'other-site': 'Not sent yet: ',
  'not-stored': 'Not sent: ',
} satisfies Record<Trouble, string>;

function Notice({ form, trouble }: { form: Form; trouble: Trouble }) {
  if (trouble === 'mistakes') return <ErrorSummary errors={form.errors} />;
  return (
    <div class="summary" role="alert">
      {trouble === 'other-site' ? (
        <>
          <h2>Your enquiry has not been sent yet</h2>
          <p>
            It reached us from another website’s page. Please check what is filled in below, then press Send.
          </p>
        </>
      ) : (
        <>
          <h2>Your enquiry was not sent</h2>
          <p>
            Something on our side is not working. Nothing you typed is lost: it is all below. Please press
            Send again in a minute, or call <PracticePhone />.
          </p>
        </>
      )}
    </div>
  );
}
