import type { Child } from 'hono/jsx';

interface MistakesProps {
  /** By the id of the field, in the order of the page. */
  mistakes: Readonly<Record<string, string | undefined>>;
}

interface ProblemSummaryProps extends Partial<MistakesProps> {
  heading?: string | undefined;
  children?: Child;
}

/** What went wrong, and every mistake with a link to its field. Focused when the page opens, so that it is read out without script. */
export function ProblemSummary({ heading, mistakes = {}, children }: ProblemSummaryProps) {
  return (
    <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
      <h2 id="summary">{heading ?? 'There is a problem'}</h2>
      {children}
      <MistakeList mistakes={mistakes} />
    </div>
  );
}

export function MistakeList({ mistakes }: MistakesProps) {
  const made = Object.entries(mistakes).filter(([, mistake]) => mistake);
  if (made.length === 0) return null;
  return (
    <ul>
      {made.map(([id, mistake]) => (
        <li>
          <a href={`#${id}`}>{mistake}</a>
        </li>
      ))}
    </ul>
  );
}
