import { ProblemSummary } from '../../components/problem-summary.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Source, type SourceKey, sources } from '../../content/sources.ts';
import { href, paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';
import type { CheckAnswer } from './check-answers.ts';
import { type CheckedStatement, StatementField } from './statement-field.tsx';

export interface TypedAnswers {
  name: string;
  /** By fingerprint. `seen`: when the answer was given that the page showed, in milliseconds since 1970; 0 for none. */
  answers: ReadonlyMap<string, { answer: CheckAnswer; note: string; seen: number }>;
  /** By fingerprint: notes beside which no answer was chosen. */
  loneNotes: ReadonlyMap<string, string>;
}

export interface SourceProps {
  source: SourceKey;
  statements: readonly CheckedStatement[];
  /** Whose name is offered. */
  name: string;
  /** What was chosen and typed, when something is wrong with it. */
  typed?: TypedAnswers;
  /** By the id of the field. */
  mistakes?: ReadonlyMap<string, string>;
  problem?: string;
}

/** One source, and everything that the pages say on its authority, with an answer each. */
export function SourcePage(props: SourceProps) {
  const { source, statements, name, typed, mistakes = new Map(), problem } = props;
  const { title, authors, journal, year, url }: Source = sources[source];
  const isWrong = problem !== undefined || mistakes.size > 0;
  return (
    <DeskPage title={isWrong ? `Error: ${title}` : title} here={paths.practice}>
      {isWrong && (
        <ProblemSummary mistakes={Object.fromEntries(mistakes)}>{problem && <p>{problem}</p>}</ProblemSummary>
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
      <p>
        {statements.filter(({ check }) => check).length} of {statements.length} answered. Answer as many as
        you like, and save them at the end.
      </p>
      <SignedIn />
      <form method="post" action={`${href(paths.evidenceOf, { source })}?${signedOut}`}>
        {statements.map((statement) => (
          <StatementField
            statement={statement}
            typed={typedIn(statement.fingerprint, typed)}
            mistakes={{
              answer: mistakes.get(`answer-${statement.fingerprint}`),
              note: mistakes.get(`note-${statement.fingerprint}`),
            }}
          />
        ))}
        <TextField
          name="name"
          label="Your name, as visitors read it"
          hint="It stands beside the source, with the day, once all of this is compared."
          value={typed?.name ?? name}
          mistake={mistakes.get('name')}
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

function typedIn(fingerprint: string, typed: TypedAnswers | undefined) {
  return typed?.answers.get(fingerprint) ?? { note: typed?.loneNotes.get(fingerprint) };
}
