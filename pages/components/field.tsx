import { type Question, type QuestionName, questionOf, questions } from '../content/questions.ts';
import type { Form } from '../form.ts';
import { describedBy, Hints } from './hints.tsx';

interface FieldProps {
  name: QuestionName;
  form: Form;
}

/** One question of the form with its hint, its mistake and what was typed so far. */
export function Field({ name, form }: FieldProps) {
  const { control } = questionOf(name);
  if (control.kind === 'radios') return <Choice name={name} form={form} options={control.options} />;
  if (control.kind === 'tick') return <Tick name={name} form={form} />;
  return <Text name={name} form={form} control={control} />;
}

function Text({
  name,
  form,
  control,
}: FieldProps & { control: Extract<Question['control'], { kind: TextKind }> }) {
  const { hint } = questionOf(name);
  const described = describedBy({ name, form, hint });
  return (
    <div class="field">
      <label for={name}>
        <LabelText name={name} />
      </label>
      <Hints name={name} form={form} hint={hint} />
      {control.kind === 'textarea' ? (
        // The line break is for the parser, which eats one: a message that begins with one would lose it.
        <textarea id={name} name={name} rows={control.rows} {...described}>
          {`\n${form.values[name]}`}
        </textarea>
      ) : (
        <input
          id={name}
          name={name}
          type={control.kind}
          autocomplete={control.autocomplete}
          inputmode={control.inputmode}
          value={form.values[name] || undefined}
          {...described}
        />
      )}
    </div>
  );
}

type TextKind = 'text' | 'email' | 'tel' | 'textarea';

function Choice({ name, form, options }: FieldProps & { options: Readonly<Record<string, string>> }) {
  const { hint } = questionOf(name);
  // The mistake is told by the group; aria-invalid is for single controls.
  const { 'aria-describedby': ids } = describedBy({ name, form, hint });
  return (
    <fieldset class="field" aria-describedby={ids}>
      <legend>
        <LabelText name={name} />
      </legend>
      <Hints name={name} form={form} hint={hint} />
      {Object.entries(options).map(([value, text], index) => (
        <label class="option">
          <input
            id={index === 0 ? name : undefined}
            type="radio"
            name={name}
            value={value}
            checked={form.values[name] === value}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Tick({ name, form }: FieldProps) {
  return (
    <label class="option field">
      <input id={name} type="checkbox" name={name} value="yes" checked={form.values[name] === 'yes'} />
      {questions[name].label}
    </label>
  );
}

function LabelText({ name }: { name: QuestionName }) {
  const { label, optional } = questionOf(name);
  return <>{optional ? `${label} (optional)` : label}</>;
}
