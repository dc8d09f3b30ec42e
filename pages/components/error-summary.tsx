import { fieldNames, fromNames } from '../content/questions.ts';
import type { FormErrors } from '../form.ts';
import { MistakeList, ProblemSummary } from './problem-summary.tsx';

/** Above an enquiry form. */
export function ErrorSummary({ errors, problem }: { errors: FormErrors; problem?: string | undefined }) {
  return <ProblemSummary mistakes={inOrder(errors)}>{problem && <p>{problem}</p>}</ProblemSummary>;
}

export function MistakeLinks({ errors }: { errors: FormErrors }) {
  return <MistakeList mistakes={inOrder(errors)} />;
}

function inOrder(errors: FormErrors) {
  return fromNames(fieldNames, (name) => errors[name]);
}
