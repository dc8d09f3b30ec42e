import { AnswerTerms } from '../components/answer-list.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { OrCall } from '../components/phone-number.tsx';
import { TextField } from '../components/text-field.tsx';
import { Trap } from '../components/trap.tsx';
import { backupPeriod } from '../content/backups.ts';
import { askedNames, type StoredAnswers } from '../content/questions.ts';
import type { Form } from '../form.ts';
import { londonTime } from '../london-time.ts';
import { PlainPage } from './plain-page.tsx';

interface OwnEnquiryProps {
  /** The page's own address: every form of it goes there. */
  path: string;
  reference: string;
}

interface AskProps extends OwnEnquiryProps {
  mistake?: string;
  /** As it was typed. */
  contact?: string;
}

/** Asks who is there: the link alone is never enough. */
export function OwnEnquiryPage({ path, reference, mistake, contact = '' }: AskProps) {
  return (
    <PlainPage title={`${mistake ? 'Error: ' : ''}Your enquiry`} sheets={['form']}>
      <h1>Your enquiry {reference}</h1>
      <p>Here you can see what I hold about it, correct it, take back your consent, or erase it.</p>
      <form method="post" action={path}>
        <TextField
          name="contact"
          label="The email address or phone number you gave"
          mistake={mistake}
          value={contact}
          type="text"
          autocomplete="off"
        />
        <button class="button" type="submit" name="action" value="see">
          Show what you hold
        </button>
      </form>
      <p>
        <OrCall before="No longer have them? Call " after="." />
      </p>
    </PlainPage>
  );
}

interface HeldProps extends OwnEnquiryProps {
  /** What the person typed to show who they are; it goes along with each action. */
  contact: string;
  answers: StoredAnswers;
  receivedAt: Date;
  /** The words that were agreed to. */
  agreedTo: string | undefined;
  notes: number;
  withdrawn: boolean;
  /** What was just done, in words. */
  done?: string;
}

/** What is held, and what can be done about it. */
export function HeldPage(props: HeldProps) {
  const { path, reference, contact, answers, receivedAt, agreedTo, notes, withdrawn, done } = props;
  return (
    <PlainPage title="Your enquiry" sheets={['form']}>
      {done && (
        <div class="summary" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>Your enquiry {reference}</h1>
      <p>Received {londonTime(receivedAt)}.</p>
      <dl>
        <AnswerTerms answers={answers} />
      </dl>
      {agreedTo && <p>You agreed to this: “{agreedTo}”</p>}
      {notes > 0 && (
        <p>
          I also keep {notes === 1 ? 'a note' : `${notes} notes`} about our contact. Ask me and I will show
          you.
        </p>
      )}
      <form method="post" action={path}>
        <input type="hidden" name="contact" value={contact} />
        {withdrawn ? (
          <p>You took back your consent. All of this is deleted within a day.</p>
        ) : (
          <>
            <p>
              <button class="button" type="submit" name="action" value="change">
                Correct it
              </button>
            </p>
            <p>If you take back your consent I stop using it at once, and it is deleted within a day.</p>
            <p>
              <button class="button quiet" type="submit" name="action" value="withdraw">
                Take back my consent
              </button>
            </p>
          </>
        )}
        <p>
          <button class="button quiet" type="submit" name="action" value="erase">
            Erase it now
          </button>
        </p>
      </form>
    </PlainPage>
  );
}

/** Asks once whether it is meant. */
export function SurePage({ path, reference, contact }: OwnEnquiryProps & { contact: string }) {
  return (
    <PlainPage title="Erase your enquiry" sheets={['form']}>
      <h1>Erase your enquiry {reference}?</h1>
      <p>It cannot be brought back. I will not be able to reply to it.</p>
      <form method="post" action={path}>
        <input type="hidden" name="contact" value={contact} />
        <p>
          <button class="button" type="submit" name="action" value="erase-for-good">
            Yes, erase it
          </button>
        </p>
        <p>
          <button class="button quiet" type="submit" name="action" value="see">
            No, do not erase it
          </button>
        </p>
      </form>
    </PlainPage>
  );
}

export function GonePage({ reference }: { reference: string }) {
  return (
    <PlainPage title="Erased">
      <h1>Your enquiry {reference} is erased</h1>
      <p>
        Your answers and my notes are gone from this site. I may have a file or a copy of the database that
        still has them. Then the site asks me to delete it, until I say that I have. No copy of the database
        is kept for longer than {backupPeriod}. If one ever has to be used, your enquiry is deleted from it
        again, unless the list of what was deleted is lost too. Cloudflare can bring back its database as it
        was on one of the last 30 days; nobody does that but to repair it.
      </p>
    </PlainPage>
  );
}

interface ChangeProps extends Omit<OwnEnquiryProps, 'reference'> {
  contact: string;
  form: Form;
  /** Why it comes back, when that is not in the form's own mistakes. */
  problem?: string | undefined;
}

/** The questions again, with what is held in them, or with what was typed. */
export function ChangePage({ path, contact, form, problem }: ChangeProps) {
  const wrong = problem !== undefined || Object.keys(form.errors).length > 0;
  return (
    <PlainPage title={`${wrong ? 'Error: ' : ''}Correct your enquiry`} sheets={['form']}>
      {wrong && <ErrorSummary errors={form.errors} problem={problem} />}
      <h1>Correct your enquiry</h1>
      <form class="enquiry" method="post" action={path} novalidate>
        <input type="hidden" name="contact" value={contact} />
        <input type="hidden" name="consent" value={form.values.consent} />
        {askedNames.map((name) => (
          <Field name={name} form={form} />
        ))}
        <Trap value={form.trap} />
        <button class="button" type="submit" name="action" value="correct">
          Save this instead
        </button>
      </form>
    </PlainPage>
  );
}
