import { describedBy, Hints, type HintsProps } from './hints.tsx';

interface TextFieldProps extends HintsProps {
  label: string;
  value: string;
  type: 'text' | 'email' | 'tel' | 'date';
  autocomplete?: string;
  inputmode?: 'email' | 'tel' | 'numeric' | 'decimal' | undefined;
}

/** One line to fill in, with its label, its hint and its mistake. */
export function TextField({ name, label, hint, mistake, value, ...input }: TextFieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Hints name={name} hint={hint} mistake={mistake} />
      <input
        id={name}
        name={name}
        value={value || undefined}
        {...input}
        {...describedBy({ name, hint, mistake })}
      />
    </div>
  );
}
