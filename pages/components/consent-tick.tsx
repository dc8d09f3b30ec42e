import type { Form } from '../form.ts';
import { describedBy, Hints } from './hints.tsx';

/** Unticked until a person ticks it; its value is the version of the wording that it is about. */
export function ConsentTick({ form, words }: { form: Form; words: string }) {
  const [, , version] = form.shown.split('.');
  const about = { name: 'consent', mistake: form.errors.consent };
  return (
    <div class="field">
      <input type="hidden" name="shown" value={form.shown} />
      <Hints {...about} />
      <label class="option">
        <input
          id="consent"
          type="checkbox"
          name="consent"
          value={version}
          checked={version !== undefined && form.values.consent === version}
          {...describedBy(about)}
        />
        {words}
      </label>
    </div>
  );
}
