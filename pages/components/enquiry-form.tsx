import { type Attribution, withAttribution } from '../attribution.ts';
import { consentWords } from '../content/consent.ts';
import { askedNames } from '../content/questions.ts';
import type { Form } from '../form.ts';
import { paths } from '../paths.ts';
import { usePractice } from '../practice.ts';
import { ConsentTick } from './consent-tick.tsx';
import { Field } from './field.tsx';
import { Pieces } from './prose.tsx';
import { Trap } from './trap.tsx';

const someoneElse =
  'Asking for someone else? Please have their permission, and give your own name and contact details.';

/** The enquiry form. The browser checks nothing: the server's messages say more, and work everywhere. */
export function EnquiryForm({ form }: { form: Form }) {
  return (
    <form class="enquiry" method="post" action={withAttribution(paths.enquiry, form.attribution)} novalidate>
      <p>
        <Pieces pieces={[{ promise: 'adultsOnly' }, someoneElse]} />
      </p>
      <input type="hidden" name="formKey" value={form.formKey} />
      {form.pressTag && <input type="hidden" name="pressTag" value={form.pressTag} />}
      <HiddenAttribution attribution={form.attribution} />
      {askedNames.map((name) => (
        <Field name={name} form={form} />
      ))}
      <Trap value={form.trap} />
      {form.shown === '' ? <p>It cannot be sent just now.</p> : <Sending form={form} />}
    </form>
  );
}

/** Only where it is known to whom, and to what words, somebody agrees. */
function Sending({ form }: { form: Form }) {
  return (
    <>
      <ConsentTick form={form} words={consentWords(usePractice())} />
      <p>
        <a href={withAttribution(paths.privacy, form.attribution)}>What happens to what you send</a>
      </p>
      <button class="button" type="submit">
        Send my enquiry
      </button>
    </>
  );
}

/** The campaign travels with the form, because nothing is stored on the device. */
export function HiddenAttribution({ attribution }: { attribution: Attribution }) {
  return (
    <>
      {Object.entries(attribution).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
