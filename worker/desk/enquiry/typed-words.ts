import { hasAtMost } from '../../../pages/content/questions.ts';
import { notSaved } from '../../../pages/desk/desk-problem.tsx';
import { mostInNote } from '../../../pages/desk/enquiry/moves.tsx';
import { readArrived } from '../../http/arrived-body.ts';
import { cleanText, statusOfTrouble, typedIn } from '../../http/read-body.ts';

interface TypedWords {
  fields: URLSearchParams;
  words: string;
  /** What is wrong with them. */
  mistake?: { problem: string; status: 400 | 413 | 422 };
}

/** What was typed into the one box of a form. */
export async function readTypedWords(request: Request, name: string, missing: string): Promise<TypedWords> {
  const { fields, trouble } = await readArrived(request);
  const lines = typedIn(fields, name);
  const typed = lines.join('\n');
  const wrong = (problem: string, status: 400 | 413 | 422 = 422) => ({ problem, status });
  if (trouble) return { fields, words: typed, mistake: wrong(notSaved[trouble], statusOfTrouble[trouble]) };
  const tooLong = wrong(`That is too long. You can use ${mostInNote.toLocaleString('en-GB')} characters.`);
  // Not cleaned: that takes long.
  if (typed.length > 16 * mostInNote) return { fields, words: typed, mistake: tooLong };
  const words = cleanText(typed).trim();
  if (words === '') return { fields, words, mistake: wrong(missing) };
  if (!hasAtMost(mostInNote, words)) return { fields, words, mistake: tooLong };
  if (lines.length > 1)
    return { fields, words, mistake: wrong('It came twice. Both are below: keep only the right one.') };
  return { fields, words };
}
