import type { Context } from 'hono';
import { factChanges } from '../../../pages/content/fact-changes.ts';
import { type Facts, factLabels } from '../../../pages/content/facts.ts';
import { Changes } from '../../../pages/desk/practice/changes.tsx';
import { DropPage } from '../../../pages/desk/practice/drop-page.tsx';
import { londonTime } from '../../../pages/london-time.ts';
import { paths } from '../../../pages/paths.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { numberIn, readBody, textIn } from '../../http/read-body.ts';
import { dropDraft, readDraft } from '../../practice/draft.ts';
import { findVersion, readLatest, saveVersion } from '../../practice/versions.ts';
import { draftSeen, missingIn, practicePage } from './show-practice.tsx';

/** Makes the draft what visitors see. */
export async function publishFacts(c: Context<AppEnv>) {
  const { database } = c.var;
  const seen = await readSeen(c);
  const [draft, latest] = await Promise.all([readDraft(database), readLatest(database)]);
  if (seen.draft !== draftSeen(draft)) return conflict(c, seen.version);
  if (factChanges(latest.facts?.content ?? {}, draft.facts).length === 0) return refused(c, nothingNew);
  const lost = lostByOpening(draft.facts, latest.door?.content.open);
  if (lost) return refused(c, lost);
  const saved = await publish(c, { content: draft.facts, basis: seen.version });
  if (saved === undefined) return conflict(c, seen.version);
  await dropDraft(database, draft);
  return c.redirect(paths.practice, 303);
}

/** What would be gone with the draft. */
export async function showDropping(c: Context<AppEnv>) {
  const { database } = c.var;
  const [draft, { facts: latest }] = await Promise.all([readDraft(database), readLatest(database)]);
  if (draft.edits === 0) return practicePage(c);
  const changes = factChanges(latest?.content ?? {}, draft.facts);
  const seen = { draft: draftSeen(draft), version: latest?.version ?? 0 };
  return c.render(<DropPage changes={changes} seen={seen} />);
}

/** Gives the draft up: what is published stays as it is. */
export async function giveDraftUp(c: Context<AppEnv>) {
  const seen = await readSeen(c);
  const draft = await readDraft(c.var.database);
  const isDropped = seen.draft === draftSeen(draft) && (await dropDraft(c.var.database, draft));
  return isDropped ? c.redirect(paths.practice, 303) : conflict(c, seen.version);
}

/** Saves a new version of the facts and lets visitors have it; undefined when somebody else has published since `basis`. */
export async function publish(
  c: Context<AppEnv>,
  version: { content: Facts; basis: number; backTo?: number },
): Promise<number | undefined> {
  const at = new Date();
  const saved = await saveVersion(c.var.database, 'facts', { ...version, by: c.var.practitioner, at });
  if (saved === undefined) return undefined;
  await seePublished(c.env, at);
  return saved;
}

/** Why an open site cannot have these facts; undefined when it can. */
export function lostByOpening(facts: Facts, open = false): string | undefined {
  const missing = missingIn(facts);
  if (!open || missing.length === 0) return undefined;
  return `Your site is open, and visitors need to read: ${missing.map((name) => factLabels[name]).join(', ')}. Nothing was published. Add what is missing, or shut the site first.`;
}

const nothingNew = 'Nothing was published: your draft is the same as what is published.';

function refused(c: Context<AppEnv>, why: string) {
  c.status(422);
  return practicePage(c, <p>{why}</p>);
}

async function readSeen(c: Context<AppEnv>) {
  const body = await readBody(c.req.raw);
  return { draft: textIn(body, 'draft'), version: numberIn(body, 'version') };
}

/** The page as it is now, with what was published since the version that was seen. */
async function conflict(c: Context<AppEnv>, seenVersion: number) {
  const [{ facts: latest }, seen] = await Promise.all([
    readLatest(c.var.database),
    findVersion(c.var.database, 'facts', seenVersion),
  ]);
  c.status(409);
  return practicePage(
    c,
    <>
      <p>
        This page was out of date: something was saved or published in another tab, or on another device.
        Nothing was overwritten. How it is now is below: look through it, and then do again what you wanted.
      </p>
      {latest && latest.version !== seenVersion && (
        <>
          <p>
            Published meanwhile, on {londonTime(latest.at)} (London) by {latest.by}:
          </p>
          <Changes changes={factChanges(seen?.content ?? {}, latest.content)} />
          <p>Your draft has this too, except for what you had changed yourself.</p>
        </>
      )}
    </>,
  );
}
