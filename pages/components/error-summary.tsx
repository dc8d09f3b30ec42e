import { fieldNames } from '../content/questions.ts';
import type { FormErrors } from '../form.ts';

/** Every mistake, each linking to its field. Focused when the page opens, so that it is read out without script. */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  return (
    <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
      <h2 id="summary">There is a problem</h2>
      <ul>
        {fieldNames.map(
          (name) =>
            errors[name] && (
              <li>
                <a href={`#${name}`}>{errors[name]}</a>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
