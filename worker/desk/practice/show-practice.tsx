import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { factChanges } from '../../../pages/content/fact-changes.ts';
import { type Facts, requiredFacts } from '../../../pages/content/facts.ts';
import { PracticePage } from '../../../pages/desk/practice/practice-page.tsx';
import type { AppEnv } from '../../http/app-env.ts';
import { type DraftName, readDraft } from '../../practice/draft.ts';
import { readLatest } from '../../practice/versions.ts';

export function showPractice(c: Context<AppEnv>) {
  return practicePage(c);
}

/** What is published and what is drafted, and why something was not done. */
export async function practicePage(c: Context<AppEnv>, problem?: Child) {
  const [{ facts: published, door }, draft] = await Promise.all([
    readLatest(c.var.database),
    readDraft(c.var.database),
  ]);
  return c.render(
    <PracticePage
      published={published}
      open={door?.content.open ?? false}
      draft={draft.facts}
      changes={factChanges(published?.content ?? {}, draft.facts)}
      missing={missingIn(draft.facts)}
      seen={{ draft: draftSeen(draft), version: published?.version ?? 0 }}
      isBegun={draft.edits > 0}
      isFirst={published === undefined}
      problem={problem}
    />,
  );
}

/** Names a draft, so that a page that showed another one is known. */
export function draftSeen({ basis, edits, at }: DraftName): string {
  return `${basis}.${edits}.${at?.getTime() ?? 0}`;
}

export function missingIn(facts: Facts) {
  return requiredFacts.filter((name) => facts[name] === undefined);
}
