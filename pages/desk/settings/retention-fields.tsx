import { TextField } from '../../components/text-field.tsx';
import { noticeDays } from '../../content/retention.ts';
import type { SettingMistakes, TypedSettings } from './typed-settings.ts';

const fields = [
  ['months', 'Months, when it came to nothing', '1 to 24, after anything was last done with it.'],
  [
    'attendedMonths',
    'Months, when the person attended',
    '1 to 96, after anything was last done with it. You can end it earlier by saying that your own records have them.',
  ],
  ['reviewDays', 'Days in Review', '7 to 365. Nothing leaves Review before two daily mails about it.'],
] as const;

interface RetentionFieldsProps {
  typed: TypedSettings;
  mistakes: SettingMistakes;
}

export function RetentionFields({ typed, mistakes }: RetentionFieldsProps) {
  return (
    <>
      <p>
        The privacy notice tells visitors these times. A longer time counts only for enquiries that come after
        you saved it, because the others were told the old one. A shorter time counts for all of them, from{' '}
        {noticeDays} days after you saved it.
      </p>
      {fields.map(([name, label, hint]) => (
        <TextField
          name={name}
          label={label}
          hint={hint}
          value={typed[name]}
          mistake={mistakes[name]}
          type="text"
          inputmode="numeric"
        />
      ))}
    </>
  );
}
