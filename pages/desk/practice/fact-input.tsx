import { describedBy, Hints } from '../../components/hints.tsx';
import { TextField } from '../../components/text-field.tsx';
import { askedField, type FactField } from '../../content/fact-forms/fact-form.ts';

interface FactInputProps {
  field: FactField;
  value: string;
  mistake: string | undefined;
  /** What an earlier page asked about in this field. */
  asked: string | undefined;
}

/** The control of one field, with its label, its hint and its mistake. */
export function FactInput({ field, value, mistake, asked }: FactInputProps) {
  const { name, label, hint, control } = field;
  const about = { name, hint, mistake };
  switch (control.kind) {
    case 'line': {
      const { kind: _, ...more } = control;
      const line = <TextField {...about} {...more} label={label} value={value} type="text" />;
      if (field.asksOnce)
        return (
          <>
            <input type="hidden" name={askedField(name)} value={mistake ? value : asked} />
            {line}
          </>
        );
      return field.short ? <div class="short">{line}</div> : line;
    }
    case 'lines':
      return (
        <div class="field">
          <label for={name}>{label}</label>
          <Hints {...about} />
          {/* The line break is for the parser, which eats one. */}
          <textarea
            id={name}
            name={name}
            rows={3}
            autocomplete={control.autocomplete}
            {...describedBy(about)}
          >
            {`\n${value}`}
          </textarea>
        </div>
      );
    case 'list':
      return (
        <div class="field">
          <label for={name}>{label}</label>
          <Hints {...about} />
          <select id={name} name={name} {...describedBy(about)}>
            <option value="">Choose one</option>
            {Object.entries(control.options).map(([option, { words }]) => (
              <option value={option} selected={option === value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      );
    case 'radios':
      return (
        // The mistake is told by the group; aria-invalid is for single controls.
        <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
          <legend>{label}</legend>
          <Hints {...about} />
          {Object.entries(control.options).map(([option, { words, hint: more }], index) => (
            <label class="option">
              <input
                id={index === 0 ? name : undefined}
                type="radio"
                name={name}
                value={option}
                checked={value === option}
              />
              <span>
                {words}
                {more && <span class="hint note">{more}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      );
  }
}
