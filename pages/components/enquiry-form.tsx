import { withAttribution } from '../attribution.ts';
import { consents, currentConsent } from '../content/consent.ts';
import { questionNames } from '../content/questions.ts';
import type { Form } from '../form.ts';
import { Field } from './field.tsx';
import { describedBy, Notes } from './notes.tsx';
import { Trap } from './trap.tsx';

/** The enquiry form. The browser checks nothing: the server's messages say more, and work everywhere. */
export function EnquiryForm({ form }: { form: Form }) {
  return (
    <form class="enquiry" method="post" action="/enquiry" novalidate>
      <p>
        For adults (18 or over). Asking for someone else? Please have their permission, and give your own name
        and contact details.
      </p>
      <input type="hidden" name="formKey" value={form.formKey} />
      {Object.entries(form.attribution).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {questionNames.map((name) => (
        <Field name={name} form={form} />
      ))}
      <Trap value={form.trap} />
      <ConsentTick form={form} />
      <p>
        <a href={withAttribution('/privacy', form.attribution)}>What happens to what you send</a>
      </p>
      <button class="button" type="submit">
        Send my enquiry
      </button>
    </form>
  );
}

/** Unticked until the visitor ticks it; its value is the version of the wording beside it. */
function ConsentTick({ form }: { form: Form }) {
  return (
    <div class="field">
      <Notes name="consent" form={form} />
      <label class="option">
        <input
          id="consent"
          type="checkbox"
          name="consent"
          value={currentConsent}
          checked={form.values.consent === currentConsent}
          {...describedBy({ name: 'consent', form })}
        />
        {consents[currentConsent]}
      </label>
    </div>
  );
}
