import type { FormErrors } from '../form.ts';
import { fieldNames } from '../form.ts';

/** Every mistake, each linking to its field. Focused by the address bar's fragment or by tabbing; announced on load. */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  return (
    <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1}>
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
