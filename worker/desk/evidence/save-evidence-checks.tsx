import type { Context } from 'hono';
import { href, paths } from '../../../pages/paths.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBody } from '../../http/read-body.ts';
import { namedStatements } from '../../practice/comparisons.ts';
import { saveChecks } from '../../practice/save-checks.ts';
import { mistakesIn } from './answer-mistakes.ts';
import { readAnswers } from './read-answers.ts';
import { sourceIn, sourcePage } from './show-evidence-checks.tsx';

/** Stores what was found about the statements that were answered; the others stay as they are. */
export async function saveEvidenceChecks(c: Context<AppEnv>) {
  const source = sourceIn(c);
  if (!source) return c.notFound();
  const { database, practitioner: by } = c.var;
  const typed = readAnswers(await readBody(c.req.raw));
  const { name, answers, loneNotes } = typed;
  if (answers.size + loneNotes.size === 0) {
    c.status(422);
    return sourcePage(c, source, { typed, problem: noAnswer });
  }
  const mistakes = await mistakesIn(typed);
  if (mistakes.size > 0) {
    c.status(422);
    return sourcePage(c, source, { typed, mistakes });
  }
  const known = new Set((await namedStatements(source)).map(({ fingerprint }) => fingerprint));
  const at = new Date();
  const rows = [...answers]
    .filter(([fingerprint]) => known.has(fingerprint))
    .map(([fingerprint, { answer, note, seen }]) => ({
      ...{ source, fingerprint, answer, note, name, by, at },
      seen: seen > 0 ? new Date(seen) : undefined,
    }));
  const saved = await saveChecks(database, rows);
  await seePublished(c.env);
  if (saved.size === answers.size) return c.redirect(href(paths.evidenceOf, { source }), 303);
  c.status(409);
  const left = new Map([...answers].filter(([fingerprint]) => !saved.has(fingerprint)));
  const problem = [rows.length < answers.size && newWords, saved.size < rows.length && answeredSince];
  return sourcePage(c, source, {
    typed: { name, answers: left, loneNotes },
    problem: problem.filter(Boolean).join(' '),
  });
}

const noAnswer = 'Nothing was answered. Choose an answer beside at least one statement, then save.';
const newWords =
  'Some words of the pages have changed since you opened this page. Your answers about those were not saved; the others were. Please look at the new words.';
const answeredSince =
  'Somebody has answered some of it since you opened this page. Those answers stay; the others of yours were saved. What you chose still stands below, beside what they said: save it if you are sure.';
