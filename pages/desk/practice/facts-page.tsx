import { ProblemSummary } from '../../components/problem-summary.tsx';
import { askedField, type FactPart, type Mistakes, type Typed } from '../../content/fact-forms/fact-form.ts';
import { type FactGroup, groupWords, partsOf } from '../../content/fact-forms/fact-groups.ts';
import { fromNames } from '../../content/questions.ts';
import { href, paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';
import { FactInput } from './fact-input.tsx';

interface FactsPageProps {
  group: FactGroup;
  typed: Typed;
  /** Names the facts that the form was opened with. */
  seen: string;
  mistakes?: Mistakes;
  /** The facts without a mistake are in the draft. */
  isPartlySaved?: boolean;
  /** Not all of it arrived, or more than any fact can be. */
  trouble?: keyof typeof troubles;
  /** The facts of the group as they are now, when they have changed since the form was opened. */
  stale?: readonly string[];
}

/** The facts of one group, to fill in. What is saved goes into the draft. */
export function FactsPage({
  group,
  typed,
  seen,
  mistakes = {},
  isPartlySaved = false,
  trouble,
  stale,
}: FactsPageProps) {
  const { title, about } = groupWords[group];
  const parts = partsOf(group, typed);
  const hasMistakes = Object.keys(mistakes).length > 0;
  const wrong = stale !== undefined || trouble !== undefined || hasMistakes;
  return (
    <DeskPage title={wrong ? `Error: ${title}` : title} here={paths.practice}>
      {stale && <Stale now={stale} />}
      {trouble && (
        <ProblemSummary>
          <p>{troubles[trouble]}</p>
        </ProblemSummary>
      )}
      {hasMistakes && <MistakesSummary parts={parts} mistakes={mistakes} isPartlySaved={isPartlySaved} />}
      <h1>{title}</h1>
      <p>
        {about} What you save goes into your draft: visitors see it once you publish.{' '}
        <a href={paths.practice}>Back to your practice</a>
      </p>
      <SignedIn />
      <form method="post" action={`${href(paths.factGroup, { group })}?${signedOut}`}>
        <Hidden name="seen" value={seen} />
        {parts.map((part) => (
          <Part part={part} typed={typed} mistakes={mistakes} />
        ))}
        <button class="button" type="submit">
          Save to the draft
        </button>
      </form>
    </DeskPage>
  );
}

function Part({ part, typed, mistakes }: { part: FactPart; typed: Typed; mistakes: Mistakes }) {
  const { id, legend, hint, fields } = part;
  const inputs = fields.map((field) => (
    <FactInput
      field={field}
      value={typed[field.name] ?? ''}
      mistake={mistakes[field.name]}
      asked={typed[askedField(field.name)]}
    />
  ));
  if (!legend) return id ? <div id={id}>{inputs}</div> : <>{inputs}</>;
  return (
    <fieldset class="part" id={id}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {inputs}
    </fieldset>
  );
}

const troubles = {
  'too-long': 'That is too long. What arrived is all below. Nothing was saved: make it shorter, then save.',
  'cut-off':
    'Only a part of it arrived, and nothing was saved. Look through all of it below, then save again.',
};

interface MistakesSummaryProps {
  parts: readonly FactPart[];
  mistakes: Mistakes;
  isPartlySaved: boolean;
}

function MistakesSummary({ parts, mistakes, isPartlySaved }: MistakesSummaryProps) {
  const names = parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  return (
    <ProblemSummary mistakes={fromNames(names, (name) => mistakes[name])}>
      <p>
        {isPartlySaved ? 'These are not saved. The others are saved.' : 'Nothing was saved yet.'} What you
        typed is all below.
      </p>
    </ProblemSummary>
  );
}

function Stale({ now }: { now: readonly string[] }) {
  return (
    <ProblemSummary heading="This has changed since you opened it">
      <p>
        Somebody saved it in another tab, or on another device. Nothing was overwritten, and what you typed is
        not saved. This is how it is now:
      </p>
      <ul class="changes">
        {now.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        What you changed is below, and all else as it is now. If you want it so, press “Save to the draft”
        again.
      </p>
    </ProblemSummary>
  );
}
