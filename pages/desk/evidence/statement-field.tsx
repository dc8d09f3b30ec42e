import { describedBy, Hints } from '../../components/hints.tsx';
import type { Statement } from '../../content/statements.ts';
import { londonDay, longDate } from '../../london-time.ts';
import { Hidden } from '../hidden.tsx';
import { type CheckAnswer, checkAnswers } from './check-answers.ts';

/** A statement as it stands on the pages now, with what a person last found about it. */
export type CheckedStatement = Statement & {
  fingerprint: string;
  check: { answer: CheckAnswer; note: string; name: string; at: Date } | undefined;
};

interface StatementFieldProps {
  statement: CheckedStatement;
  typed: { answer?: CheckAnswer; note: string | undefined };
  mistakes: { answer: string | undefined; note: string | undefined };
}

/** One statement with its three answers, none chosen, and room for a note. */
export function StatementField({ statement, typed, mistakes }: StatementFieldProps) {
  const { fingerprint, kind, words, check } = statement;
  const answers = { name: `answer-${fingerprint}`, mistake: mistakes.answer };
  const note = { name: `note-${fingerprint}`, mistake: mistakes.note };
  return (
    <fieldset class="field statement" aria-describedby={describedBy(answers)['aria-describedby']}>
      <legend>
        <span class="hint">{kind}</span> {words}
      </legend>
      {check && (
        <p class="hint">
          {checkAnswers[check.answer]}: {check.name}, {longDate(londonDay(check.at))}.{' '}
          {check.note && <q>{check.note}</q>}
        </p>
      )}
      {/* Whoever saves says which answer they saw: one from another tab or phone in between is not overwritten. */}
      <Hidden name={`seen-${fingerprint}`} value={check?.at.getTime()} />
      <Hints {...answers} />
      {Object.entries(checkAnswers).map(([answer, label], index) => (
        <label class="option">
          <input
            // A link to a mistake leads to the first.
            id={index === 0 ? answers.name : undefined}
            type="radio"
            name={answers.name}
            value={answer}
            checked={typed.answer === answer}
          />
          {label}
        </label>
      ))}
      <details open={mistakes.note !== undefined || Boolean(typed.note)}>
        <summary>Add a note</summary>
        <label for={note.name}>What does it say instead?</label>
        <Hints {...note} />
        <input id={note.name} name={note.name} type="text" value={typed.note} {...describedBy(note)} />
      </details>
    </fieldset>
  );
}
