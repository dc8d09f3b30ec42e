import { TextField } from '../../components/text-field.tsx';
import { ReplyTimeFields } from '../reply-time/reply-time-fields.tsx';
import { ClosedDays, Days, Nations } from './choices.tsx';
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
      <TextField {...field('from')} label="From" hint="London time, like 9am or 09:00." type="text" />
      <TextField
        {...field('to')}
        label="To"
        hint="Later on the same day, like 5.30 pm or 17:30."
        type="text"
      />
      <Nations chosen={typed.nation} mistake={mistakes.nation} />
      <ClosedDays {...field('closedDays')} />

      <h2>Your reply time</h2>
      <ReplyTimeFields typed={typed} mistakes={mistakes} />

      <h2>Mails to you</h2>
      <input type="hidden" name="mailToAsked" value={mistakes.mailTo ? typed.mailTo : typed.mailToAsked} />
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
