import { isAnswer } from '../../../pages/desk/evidence/check-answers.ts';
import type { TypedAnswers } from '../../../pages/desk/evidence/source-page.tsx';
import { nameLine } from '../../../pages/typed-text.ts';
import { cleanText, textIn, typedIn } from '../../http/read-body.ts';

/** What was answered and typed on the page of a source. What was left without an answer and a note is not among it. */
export function readAnswers(fields: URLSearchParams): TypedAnswers {
  const names = new Set(
    [...fields.keys()].flatMap((field) => /^(?:answer|note)-([\da-f]{32})$/.exec(field)?.[1] ?? []),
  );
  const typed = [...names].map((fingerprint) => {
    const answer = textIn(fields, `answer-${fingerprint}`);
    const note = cleanText(textIn(fields, `note-${fingerprint}`)).trim();
    const seen = Number(textIn(fields, `seen-${fingerprint}`));
    return { fingerprint, answer, note, seen };
  });
  return {
    name: nameLine(cleanText(typedIn(fields, 'name').join(' '))),
    answers: new Map(
      typed.flatMap(({ fingerprint, answer, ...rest }) =>
        isAnswer(answer) ? [[fingerprint, { answer, ...rest }]] : [],
      ),
    ),
    loneNotes: new Map(
      typed.flatMap(({ fingerprint, answer, note }) =>
        note !== '' && !isAnswer(answer) ? [[fingerprint, note]] : [],
      ),
    ),
  };
}
