import type { Context } from 'hono';
import { type CheckAnswer, checkAnswers } from '../../../pages/desk/evidence/source-page.tsx';
import { href, paths } from '../../../pages/paths.ts';
import { plainLine } from '../../../pages/typed-text.ts';
import { sourceChecks } from '../../database/tables.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { cleanText, readBody, textIn } from '../../http/read-body.ts';
import { namedStatements } from '../../practice/comparisons.ts';
import { refreshPublished } from '../../practice/published.ts';
import { sourceIn, sourcePage } from './show-evidence-checks.tsx';

const mostNote = 500;
const mostName = 80;
/** D1 takes 100 parameters, and a row has seven. */
const atOnce = 10;

/** Stores what was found about the statements that were answered; the others stay as they are. */
export async function saveEvidenceChecks(c: Context<AppEnv>) {
  const source = sourceIn(c);
  if (!source) return c.notFound();
  const fields = await readBody(c.req.raw);
  const known = new Map((await namedStatements(source)).map((one) => [one.fingerprint, one]));
  const name = plainLine(cleanText(textIn(fields, 'name'))).slice(0, mostName);
  const answered = [...fields.keys()].flatMap((field) => {
    const fingerprint = /^answer-([\da-f]{32})$/.exec(field)?.[1];
    const answer = textIn(fields, field);
    if (!fingerprint || !isAnswer(answer)) return [];
    const note = cleanText(textIn(fields, `note-${fingerprint}`))
      .trim()
      .slice(0, mostNote);
    return [{ fingerprint, answer, note }];
  });
  const problem = problemIn(answered, name);
  const typed = { name, answers: new Map(answered.map((one) => [one.fingerprint, one])) };
  if (problem) {
    c.status(422);
    return sourcePage(c, source, { typed, problem });
  }
  const rows = answered
    .filter(({ fingerprint }) => known.has(fingerprint))
    .map((one) => ({ ...one, source, name, by: c.var.practitioner, at: new Date() }));
  for (let start = 0; start < rows.length; start += atOnce) {
    const [first, ...rest] = rows.slice(start, start + atOnce).map((row) =>
      c.var.database
        .insert(sourceChecks)
        .values(row)
        .onConflictDoUpdate({ target: [sourceChecks.source, sourceChecks.fingerprint], set: row }),
    );
    if (first) await c.var.database.batch([first, ...rest]);
  }
  await refreshPublished(c.env);
  if (rows.length < answered.length) {
    c.status(409);
    return sourcePage(c, source, {
      problem:
        'Some words of the pages have changed since you opened this page. Your answers about those were not saved; the others were. Please look at the new words.',
    });
  }
  return c.redirect(href(paths.evidenceOf, { source }), 303);
}

function isAnswer(text: string): text is CheckAnswer {
  return Object.hasOwn(checkAnswers, text);
}

function problemIn(answered: readonly { answer: CheckAnswer; note: string }[], name: string) {
  if (answered.length === 0)
    return 'Nothing was answered. Choose an answer beside at least one statement, then save';
  if (name === '') return 'Enter your name: visitors read who compared this page with its sources';
  if (answered.some(({ answer, note }) => answer === 'does not say so' && note === ''))
    return 'Write in the note what the source says instead, beside each “It does not say so”';
  return undefined;
}
