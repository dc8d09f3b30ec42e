import { currentConsent } from '../content/consent.ts';
import type { Form } from '../form.ts';
import { describedBy, Hints } from './hints.tsx';

/** Unticked until a person ticks it; its value is the version of the wording that it is about. */
export function ConsentTick({ form, words }: { form: Form; words: string }) {
  return (
    <div class="field">
      <Hints name="consent" form={form} />
      <label class="option">
        <input
          id="consent"
          type="checkbox"
          name="consent"
          value={currentConsent}
          checked={form.values.consent === currentConsent}
          {...describedBy({ name: 'consent', form })}
        />
        {words}
      </label>
    </div>
  );
}
