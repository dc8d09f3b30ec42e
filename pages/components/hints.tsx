import type { FieldName, Form } from '../form.ts';

interface HintsProps {
  name: FieldName;
  form: Form;
  hint?: string | undefined;
}

/** What stands beneath a label: the hint, and the mistake once there is one. */
export function Hints({ name, form, hint }: HintsProps) {
  const mistake = form.errors[name];
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {mistake && (
        <p class="mistake" id={`${name}-mistake`}>
          <span class="hidden">Error: </span>
          {mistake}
        </p>
      )}
    </>
  );
}

/** The attributes that tie a control, or a group of them, to its notes. */
export function describedBy({ name, form, hint }: HintsProps) {
  const mistake = form.errors[name];
  const ids = [hint && `${name}-hint`, mistake && `${name}-mistake`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': mistake ? ('true' as const) : undefined };
}
