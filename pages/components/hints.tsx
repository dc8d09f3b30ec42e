export interface HintsProps {
  name: string;
  hint?: string | undefined;
  mistake?: string | undefined;
}

/** What stands beneath a label: the hint, and the mistake once there is one. */
export function Hints({ name, hint, mistake }: HintsProps) {
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

/** The attributes that tie a control, or a group of them, to its hint and mistake. */
export function describedBy({ name, hint, mistake }: HintsProps) {
  const ids = [hint && `${name}-hint`, mistake && `${name}-mistake`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': mistake ? ('true' as const) : undefined };
}
