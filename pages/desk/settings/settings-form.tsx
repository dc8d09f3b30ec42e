import { describedBy, Hints } from '../../components/hints.tsx';
import { TextField } from '../../components/text-field.tsx';
import { nationWords, weekdayWords } from '../../content/setting-words.ts';
import { ReplyTimeFields } from '../reply-time/reply-time-fields.tsx';
import { RetentionFields } from './retention-fields.tsx';
import type { SettingField, SettingMistakes, TypedSettings } from './typed-settings.ts';

interface SettingsFormProps {
  typed: TypedSettings;
  mistakes: SettingMistakes;
  usualMailTo: string;
}

/** Every setting with what it means. */
export function SettingsForm({ typed, mistakes, usualMailTo }: SettingsFormProps) {
  const field = (name: SettingField) => ({ name, value: typed[name], mistake: mistakes[name] });
  return (
    <>
      <h2>When you answer</h2>
      <Days ticked={typed.days.split(' ')} mistake={mistakes.days} />
      <TextField {...field('from')} label="From" hint="London time, like 09:00." type="text" />
      <TextField {...field('to')} label="To" hint="Later on the same day, like 17:30." type="text" />
      <Nations chosen={typed.nation} mistake={mistakes.nation} />
      <ClosedDays {...field('closedDays')} />

      <h2>Your reply time</h2>
      <ReplyTimeFields typed={typed} mistakes={mistakes} />

      <h2>Mails to you</h2>
      <TextField
        {...field('mailTo')}
        label="Who is told of new enquiries (optional)"
        hint={`An email address. Left empty, it is ${usualMailTo || 'the first address that may open the desk'}. Cloudflare delivers only to an address that is verified on your account, or from a domain that is set up there for sending. A change is mailed to the old and to the new address.`}
        type="email"
        autocomplete="email"
      />
      <TextField
        {...field('remindAfter')}
        label="Working hours after which you are reminded of an enquiry without an answer"
        hint="1 to 100. Only hours in which you answer count."
        type="text"
        inputmode="numeric"
      />
      <TextField
        {...field('quietAfter')}
        label="Days without an enquiry after which you are warned (optional)"
        hint="1 to 365. Left empty, it is three times the usual gap, and never under 7 days."
        type="text"
        inputmode="numeric"
      />

      <h2>Mail to visitors</h2>
      <label class="option field">
        <input
          id="acknowledges"
          type="checkbox"
          name="acknowledges"
          value="yes"
          checked={typed.acknowledges === 'yes'}
        />
        Send visitors who gave an email address a short mail: “We have your enquiry”
      </label>
      <p class="hint">
        It comes from the address that your own mails come from. It needs Email Sending, on Cloudflare’s paid
        plan. The privacy notice then says so.
      </p>

      <h2>How long enquiries are stored</h2>
      <RetentionFields typed={typed} mistakes={mistakes} />
    </>
  );
}

function Days({ ticked, mistake }: { ticked: readonly string[]; mistake: string | undefined }) {
  const about = { name: 'days', hint: 'On other days nothing is due.', mistake };
  return (
    <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
      <legend>Days on which you answer</legend>
      <Hints {...about} />
      {weekdayWords.map(([day, name], index) => (
        <label class="option">
          <input
            id={index === 0 ? 'days' : undefined}
            type="checkbox"
            name="days"
            value={String(day)}
            checked={ticked.includes(String(day))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Nations({ chosen, mistake }: { chosen: string; mistake: string | undefined }) {
  const about = { name: 'nation', hint: 'On these days nothing is due.', mistake };
  return (
    <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
      <legend>Whose bank holidays you keep</legend>
      <Hints {...about} />
      {Object.entries(nationWords).map(([nation, name], index) => (
        <label class="option">
          <input
            id={index === 0 ? 'nation' : undefined}
            type="radio"
            name="nation"
            value={nation}
            checked={chosen === nation}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function ClosedDays({ value, ...field }: { name: string; value: string; mistake: string | undefined }) {
  const about = {
    ...field,
    hint: 'Days on which you do not answer, beside bank holidays: one on each line, like 24/12/2026, or from one to another, like 24/12/2026 - 2/1/2027. Nothing is due on them. Days that are over are left out.',
  };
  return (
    <div class="field">
      <label for={field.name}>Closed days (optional)</label>
      <Hints {...about} />
      <textarea id={field.name} name={field.name} rows={4} {...describedBy(about)}>
        {`\n${value}`}
      </textarea>
    </div>
  );
}
