/** No browser knows this name, so none fills it in by itself. */
export const trapField = 'topic';

/** A box for robots: off the screen, out of the tab order, not read aloud. What is in it is a vote, never a refusal. */
export function Trap({ value }: { value: string }) {
  return (
    <div class="away" aria-hidden="true">
      <label>
        Leave this box empty
        <input type="text" name={trapField} value={value || undefined} tabindex={-1} autocomplete="off" />
      </label>
    </div>
  );
}
