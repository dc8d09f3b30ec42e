import type { Context } from 'hono';
import { factChanges } from '../../../pages/content/fact-changes.ts';
import { PracticeHistoryPage } from '../../../pages/desk/practice/history-page.tsx';
import { paths } from '../../../pages/paths.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, numberIn, readBody } from '../../http/read-body.ts';
import { readDraft } from '../../practice/draft.ts';
import { findVersion, readHistory, readLatest } from '../../practice/versions.ts';
import { lostByOpening, publish } from './publish-facts.tsx';

/** More than a practice publishes in years. The one beyond says what the last one changed. */
const mostShown = 100;

export function showHistory(c: Context<AppEnv>) {
  return historyPage(c);
}

/** Publishes an earlier state of the facts once more. */
export async function goBack(c: Context<AppEnv>) {
  const { database } = c.var;
  const body = await readBody(c.req.raw);
  const [version, newest] = [numberIn(body, 'version'), numberIn(body, 'newest')];
  const [found, { facts, door }] = await Promise.all([
    findVersion(database, 'facts', version),
    readLatest(database),
  ]);
  if (!found) return malformed();
  const refusal =
    newest === facts?.version && factChanges(facts.content, found.content).length === 0
      ? 'Nothing was published: this is what is published now.'
      : lostByOpening(found.content, door?.content.open);
  if (refusal) {
    c.status(422);
    return historyPage(c, refusal);
  }
  const saved = await publish(c, { content: found.content, basis: newest, backTo: version });
  if (saved !== undefined) return c.redirect(paths.practiceHistory, 303);
  c.status(409);
  return historyPage(
    c,
    'Something was published in another tab while you had this page open. Nothing was overwritten. How it is now is below: if you still want to go back, choose again.',
  );
}

async function historyPage(c: Context<AppEnv>, problem?: string) {
  const [versions, draft] = await Promise.all([
    readHistory(c.var.database, 'facts', mostShown + 1),
    readDraft(c.var.database),
  ]);
  const at = new Map(versions.map((one) => [one.version, one.at]));
  const shown = versions.slice(0, mostShown).map(({ content, backTo, ...one }, index) => ({
    ...one,
    backTo: backTo === null ? undefined : at.get(backTo),
    changes: factChanges(versions[index + 1]?.content ?? {}, content),
  }));
  return c.render(<PracticeHistoryPage versions={shown} hasDraft={draft.edits > 0} problem={problem} />);
}
