import { TextField } from '../../components/text-field.tsx';
import { type Source, type SourceKey, sources } from '../../content/sources.ts';
import type { Statement } from '../../content/statements.ts';
import { londonDay, longDate } from '../../london-time.ts';
import { href, paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';

export const checkAnswers = {
  'says so': 'I have opened the source, and it says so',
  'does not say so': 'It does not say so',
  'could not open': 'I could not open it',
} as const;

export type CheckAnswer = keyof typeof checkAnswers;

type Named = Statement & {
  fingerprint: string;
  check: { answer: CheckAnswer; note: string; name: string; at: Date } | undefined;
};

interface Typed {
  name: string;
  answers: ReadonlyMap<string, { answer: CheckAnswer; note: string }>;
}

interface SourceProps {
  source: SourceKey;
  statements: readonly Named[];
  /** Whose name is offered. */
  name: string;
  /** What was chosen and typed, when something is wrong with it. */
  typed?: Typed;
  problem?: string;
}

/** One source, and everything that the pages say on its authority, with an answer each. */
export function SourcePage({ source, statements, name, typed, problem }: SourceProps) {
  const { title, authors, journal, year, url }: Source = sources[source];
  return (
    <DeskPage title={problem ? `Error: ${title}` : title} here={paths.practice}>
      {problem && (
        <div class="summary" role="alert" tabindex={-1} autofocus>
          <h2>There is a problem</h2>
          <p>{problem}</p>
        </div>
      )}
      <p>
        <a href={paths.evidenceChecks}>All sources</a>
      </p>
      <h1>{title}</h1>
      <p>{[authors, journal, year].filter(Boolean).join('. ')}.</p>
      <p>
        <a href={url} target="_blank" rel="noopener noreferrer">
          Open the source in a new tab
        </a>
      </p>
      <SignedIn />
      <form method="post" action={`${href(paths.evidenceOf, { source })}?${signedOut}`}>
        {statements.map((statement) => (
          <StatementField statement={statement} typed={typed?.answers.get(statement.fingerprint)} />
        ))}
        <TextField
          name="name"
          label="Your name, as visitors read it"
          value={typed?.name ?? name}
          type="text"
          autocomplete="name"
        />
        <button class="button" type="submit">
          Save what I have answered
        </button>
      </form>
    </DeskPage>
  );
}

function StatementField({
  statement: { fingerprint, kind, words, check },
  typed,
}: {
  statement: Named;
  typed: { answer: CheckAnswer; note: string } | undefined;
}) {
  return (
    <fieldset class="field statement" id={`statement-${fingerprint}`}>
      <legend>
        <span class="hint">{kind}</span> {words}
      </legend>
      {check && (
        <p class="hint">
          {checkAnswers[check.answer]}: {check.name}, {longDate(londonDay(check.at))}.{' '}
          {check.note && <q>{check.note}</q>}
        </p>
      )}
      {Object.entries(checkAnswers).map(([answer, label]) => (
        <label class="option">
          <input
            type="radio"
            name={`answer-${fingerprint}`}
            value={answer}
            checked={typed?.answer === answer}
          />
          {label}
        </label>
      ))}
      <label for={`note-${fingerprint}`}>Note (what does it say instead?)</label>
      <input id={`note-${fingerprint}`} name={`note-${fingerprint}`} type="text" value={typed?.note} />
    </fieldset>
  );
}
