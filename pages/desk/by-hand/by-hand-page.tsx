import { ConsentTick } from '../../components/consent-tick.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { consentWords } from '../../content/consent.ts';
import { askedNames } from '../../content/questions.ts';
import type { Form } from '../../form.ts';
import { paths } from '../../paths.ts';
import { usePractice } from '../../practice.ts';
import { DeskPage } from '../desk-page.tsx';
import { notSaved } from '../desk-problem.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';

/** How somebody asked, when not through the form. */
export const takenWays = { phone: 'On the phone', 'in person': 'In person' } as const;
export type TakenBy = keyof typeof takenWays;

interface ByHandProps {
  form: Form;
  takenBy: TakenBy;
  trouble?: keyof typeof notSaved;
}

/** An enquiry that the practitioner writes down for somebody. */
export function ByHandPage({ form, takenBy, trouble }: ByHandProps) {
  const wrong = trouble !== undefined || Object.keys(form.errors).length > 0;
  return (
    <DeskPage title={wrong ? 'Error: Enter an enquiry' : 'Enter an enquiry'}>
      {wrong && <ErrorSummary errors={form.errors} problem={trouble && notSaved[trouble]} />}
      <h1>Enter an enquiry</h1>
      <SignedIn />
      <p>For somebody who called, or who asked you in person. The questions are those of the page.</p>
      <form class="enquiry" method="post" action={paths.enquiries} novalidate>
        <Hidden name="formKey" value={form.formKey} />
        <fieldset class="field">
          <legend>How did they ask?</legend>
          {Object.entries(takenWays).map(([way, words]) => (
            <label class="option">
              <input type="radio" name="takenBy" value={way} checked={way === takenBy} />
              {words}
            </label>
          ))}
        </fieldset>
        {askedNames.map((name) => (
          <Field name={name} form={form} />
        ))}
        <p>Read this to them: “{consentWords(usePractice())}”</p>
        <ConsentTick form={form} words="I read it to them, and they agreed" />
        <button class="button" type="submit">
          Save this enquiry
        </button>
      </form>
    </DeskPage>
  );
}
