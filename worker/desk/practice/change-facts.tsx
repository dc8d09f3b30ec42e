import type { Context } from 'hono';
import type { Mistakes, Typed } from '../../../pages/content/fact-forms/fact-form.ts';
import {
  type FactGroup,
  factGroupNames,
  partsOf,
  readFacts,
  writeFacts,
  wrongFacts,
} from '../../../pages/content/fact-forms/fact-groups.ts';
import { factText } from '../../../pages/content/fact-words.ts';
import { type Facts, factGroups, factLabels } from '../../../pages/content/facts.ts';
import { FactsPage } from '../../../pages/desk/practice/facts-page.tsx';
import { paths } from '../../../pages/paths.ts';
import { plainLine } from '../../../pages/typed-text.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readArrived } from '../../http/arrived-body.ts';
import { cleanText, statusOfTrouble, textIn, typedIn } from '../../http/read-body.ts';
import { readDraft, saveDraft } from '../../practice/draft.ts';
import { carryTyped } from './carry-typed.ts';
import { readSeen, writeSeen } from './facts-seen.ts';
import { guardMistake } from './guard-mistake.ts';

export async function showFacts(c: Context<AppEnv>) {
  const group = groupIn(c);
  if (!group) return c.notFound();
  const { facts } = await readDraft(c.var.database);
  return c.render(
    <FactsPage group={group} typed={writeFacts(group, facts)} seen={writeSeen(group, facts)} />,
  );
}

/** Saves the facts of one group to the draft. */
export async function saveFacts(c: Context<AppEnv>) {
  const group = groupIn(c);
  if (!group) return c.notFound();
  const { fields: body, trouble } = await readArrived(c.req.raw);
  const typed = typedWords(body);
  const draft = await readDraft(c.var.database);
  const seen = writeSeen(group, draft.facts);
  if (trouble) {
    c.status(statusOfTrouble[trouble]);
    // What did not arrive is as it was.
    const words = { ...writeFacts(group, draft.facts), ...typed };
    return c.render(<FactsPage group={group} typed={words} seen={seen} trouble={trouble} />);
  }
  if (textIn(body, 'seen') !== seen) return stale(c, group, { typed, seen: textIn(body, 'seen') });
  const { facts: read, mistakes } = readFacts(group, typed);
  await judge(group, typed, mistakes);
  // One mistake does not hold up the facts that are right. A fact that is wrong stays as the draft had it.
  const wrong = wrongFacts(group, typed, mistakes);
  const facts = withGroup(draft.facts, group, read, wrong);
  const now = writeSeen(group, facts);
  if (now !== seen) {
    const isSaved = await saveDraft(c.var.database, draft, {
      facts,
      by: c.var.practitioner,
      at: new Date(),
    });
    if (!isSaved) return stale(c, group, { typed, seen });
  }
  if (wrong.length > 0) {
    c.status(422);
    const isPartlySaved = wrong.length < factGroups[group].length;
    return c.render(<FactsPage {...{ group, typed, seen: now, mistakes, isPartlySaved }} />);
  }
  return c.redirect(`${paths.practice}#${group}`, 303);
}

function groupIn(c: Context<AppEnv>): FactGroup | undefined {
  return factGroupNames.find((name) => name === c.req.param('group'));
}

/** More than any group has. */
const mostFields = 100;
/** More than any text that is stored; the guard need not read what is refused for its length. */
const mostJudged = 300;

function typedWords(body: URLSearchParams): Typed {
  return Object.fromEntries(
    [...new Set(body.keys())]
      .slice(0, mostFields)
      .map((name) => [name, cleanText(typedIn(body, name).join(' '))]),
  );
}

/** The guard's word on what is free text. */
async function judge(group: FactGroup, typed: Typed, mistakes: Mistakes): Promise<void> {
  const fields = partsOf(group, typed).flatMap((part) => part.fields);
  for (const { name, guarded } of fields) {
    const line = plainLine(typed[name] ?? '');
    if (!guarded || line === '' || line.length > mostJudged || mistakes[name]) continue;
    const mistake = await guardMistake(line, guarded);
    if (mistake) mistakes[name] = mistake;
  }
}

/** All facts with those of a group that are right as they were read. */
function withGroup(facts: Facts, group: FactGroup, read: Partial<Facts>, wrong: readonly string[]): Facts {
  const isRead = (name: string) =>
    factGroups[group].some((one: string) => one === name) && !wrong.includes(name);
  const unread = Object.entries(facts).filter(([name]) => !isRead(name));
  return {
    ...Object.fromEntries(unread),
    ...Object.fromEntries(Object.entries(read).filter(([name]) => isRead(name))),
  };
}

/**
 * The form once more with what this tab has changed, all else as it is now, and how the facts are now. Sent again it
 * replaces those.
 */
async function stale(
  c: Context<AppEnv>,
  group: FactGroup,
  { typed: mine, seen }: { typed: Typed; seen: string },
) {
  const { facts } = await readDraft(c.var.database);
  const basis = readSeen(seen);
  const newest = writeFacts(group, facts);
  const typed = basis ? carryTyped({ basis: writeFacts(group, basis), mine, newest }) : mine;
  const labels: Readonly<Record<string, string>> = factLabels;
  const now = factGroups[group].map(
    (name) => `${labels[name] ?? 'how I work'}: ${factText(name, facts) || 'missing'}`,
  );
  c.status(409);
  return c.render(<FactsPage group={group} typed={typed} seen={writeSeen(group, facts)} stale={now} />);
}
