interface MistakeSummaryProps {
  /** By the id of the field. */
  mistakes: Readonly<Record<string, string | undefined>>;
}

/** Above a form of the desk: every mistake, each with a link to its field. */
export function MistakeSummary({ mistakes }: MistakeSummaryProps) {
  return (
    <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
      <h2 id="summary">There is a problem</h2>
      <ul>
        {Object.entries(mistakes).map(
          ([name, mistake]) =>
            mistake && (
              <li>
                <a href={`#${name}`}>{mistake}</a>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
