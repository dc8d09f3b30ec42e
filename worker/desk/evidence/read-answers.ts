import { isAnswer } from '../../../pages/desk/evidence/check-answers.ts';
import type { TypedAnswers } from '../../../pages/desk/evidence/source-page.tsx';
import { nameLine } from '../../../pages/typed-text.ts';
import { cleanText, textIn, typedIn } from '../../http/read-body.ts';

const mostNote = 500;
const mostName = 80;

/** What was answered and typed on the page of a source. What was left without an answer is not among it. */
export function readAnswers(fields: URLSearchParams): TypedAnswers {
  const names = new Set(
    [...fields.keys()].flatMap((field) => /^answer-([\da-f]{32})$/.exec(field)?.[1] ?? []),
  );
  const answered = [...names].flatMap((fingerprint) => {
    const answer = textIn(fields, `answer-${fingerprint}`);
    if (!isAnswer(answer)) return [];
    const note = cleanText(textIn(fields, `note-${fingerprint}`)).trim();
    return [[fingerprint, { answer, note, seen: Number(textIn(fields, `seen-${fingerprint}`)) }] as const];
  });
  const name = nameLine(cleanText(typedIn(fields, 'name').join(' ')));
  return { name, answers: new Map(answered) };
}

/** What is wrong with it, by the id of its field. */
export function mistakesIn({ name, answers }: TypedAnswers): ReadonlyMap<string, string> {
  const ofName = nameMistake(name);
  return new Map([
    ...[...answers].flatMap(([fingerprint, { answer, note }]): [string, string][] => {
      const mistake = noteMistake(answer, note);
      return mistake ? [[`note-${fingerprint}`, mistake]] : [];
    }),
    ...(ofName ? [['name', ofName] as const] : []),
  ]);
}

function noteMistake(answer: string, note: string): string | undefined {
  if (note.length > mostNote) return `Write the note in at most ${mostNote} characters`;
  return answer === 'does not say so' && note === '' ? 'Write what the source says instead' : undefined;
}

function nameMistake(name: string): string | undefined {
  if (name === '') return 'Enter your name: visitors read who compared this with its source';
  if (name.length > mostName) return `Enter a name of at most ${mostName} characters`;
  // Visitors read it, so it has room for a name and for no sentence.
  return /^(?:[\p{L}\p{M}\s.,'’()-]|\u200c|\u200d)+$/u.test(name)
    ? undefined
    : 'Enter a name, of letters only';
}
