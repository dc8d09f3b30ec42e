import type { TypedAnswers } from '../../../pages/desk/evidence/source-page.tsx';
import { guardMistake } from '../practice/guard-mistake.ts';

const mostNote = 500;
const mostName = { signs: 60, words: 6 };

/** What is wrong with what was answered and typed, by the id of its field. */
export async function mistakesIn({
  name,
  answers,
  loneNotes,
}: TypedAnswers): Promise<ReadonlyMap<string, string>> {
  const mistakes = new Map<string, string>();
  for (const fingerprint of loneNotes.keys())
    mistakes.set(`answer-${fingerprint}`, 'Choose an answer for this note, or empty the note');
  for (const [fingerprint, { answer, note }] of answers) {
    const mistake = noteMistake(answer, note);
    if (mistake) mistakes.set(`note-${fingerprint}`, mistake);
  }
  const ofName = nameMistake(name) ?? (await guardMistake(name, 'own name'));
  if (ofName) mistakes.set('name', ofName);
  return mistakes;
}

function noteMistake(answer: string, note: string): string | undefined {
  if (note.length > mostNote) return `Write the note in at most ${mostNote} characters`;
  return answer === 'does not say so' && note === '' ? 'Write what the source says instead' : undefined;
}

/** Visitors read it, so it has room for a name and for no sentence. */
function nameMistake(name: string): string | undefined {
  if (name === '') return 'Enter your name: visitors read who compared this with its source';
  if ([...name].length > mostName.signs) return `Enter a name of at most ${mostName.signs} characters`;
  if (name.split(' ').length > mostName.words) return `Enter a name of at most ${mostName.words} words`;
  return /^(?:[\p{L}\p{M} .'’-]|\u200c|\u200d)+$/u.test(name) && /\p{L}/u.test(name)
    ? undefined
    : 'Enter a name, of letters only';
}
