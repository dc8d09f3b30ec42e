import { doubtable } from '../content/doubts.ts';
import { type AskedName, questionOf } from '../content/questions.ts';
import { askedField, type Form, mostInLine } from '../form.ts';
import { describedBy, Hints } from './hints.tsx';
import { TextField } from './text-field.tsx';

interface FieldProps {
  name: AskedName;
  form: Form;
}

/** One question of the form with its hint, its mistake and what was typed so far. */
export function Field({ name, form }: FieldProps) {
  const { control, hint, optional, ...question } = questionOf(name);
  const label = optional ? `${question.label} (optional)` : question.label;
  const value = form.values[name];
  const about = { name, hint, mistake: form.errors[name] };
  switch (control.kind) {
    case 'radios':
      return (
        // The mistake is told by the group; aria-invalid is for single controls.
        <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
          <legend>{label}</legend>
          <Hints {...about} />
          {Object.entries(control.options).map(([option, text], index) => (
            <label class="option">
              <input
                id={index === 0 ? name : undefined}
                type="radio"
                name={name}
                value={option}
                checked={value === option}
              />
              {text}
            </label>
          ))}
        </fieldset>
      );
    case 'tick':
      return (
        <>
          <Hints {...about} />
          <label class="option field">
            <input
              id={name}
              type="checkbox"
              name={name}
              value="yes"
              checked={value === 'yes'}
              {...describedBy(about)}
            />
            {question.label}
          </label>
        </>
      );
    case 'textarea':
      return (
        <div class="field">
          <label for={name}>{label}</label>
          <Hints {...about} />
          {/* The line break is for the parser, which eats one: a message that begins with one would lose it. */}
          <textarea id={name} name={name} rows={control.rows} {...describedBy(about)}>
            {`\n${value}`}
          </textarea>
        </div>
      );
    case 'unasked':
      return null;
    default: {
      const { kind: type, ...more } = control;
      return (
        <>
          <AskedAbout name={name} form={form} />
          <TextField {...about} {...more} label={label} value={value} type={type} />
        </>
      );
    }
  }
}

/** Says to the next try what this page asks about, or an earlier one did: once is enough. */
function AskedAbout({ name, form }: FieldProps) {
  const about = doubtable.find((one) => one === name);
  if (!about) return null;
  const asked = form.errors[about] ? form.values[about] : form.asked[about];
  if (asked === undefined || asked.length > mostInLine) return null;
  return <input type="hidden" name={askedField(about)} value={asked} />;
}
