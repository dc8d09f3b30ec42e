import { fieldNames } from '../content/questions.ts';
import type { FormErrors } from '../form.ts';

/** Every mistake, each linking to its field. Focused when the page opens, so that it is read out without script. */
export function ErrorSummary({ errors, problem }: { errors: FormErrors; problem?: string | undefined }) {
  return (
    <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
      <h2 id="summary">There is a problem</h2>
      {problem && <p>{problem}</p>}
      <MistakeLinks errors={errors} />
    </div>
  );
}

export function MistakeLinks({ errors }: { errors: FormErrors }) {
  const names = fieldNames.filter((name) => errors[name]);
  if (names.length === 0) return null;
  return (
    <ul>
      {names.map((name) => (
        <li>
          <a href={`#${name}`}>{errors[name]}</a>
        </li>
      ))}
    </ul>
  );
}
