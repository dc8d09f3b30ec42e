import { eq } from 'drizzle-orm';
import { type OpeningState, openingPoints } from '../../../launch/opening-points.ts';
import { type ActName, acts, backupMade } from '../../../pages/content/opening.ts';
import { usualSettings } from '../../../pages/content/settings.ts';
import { sameAddress, toldByMail } from '../../config.ts';
import type { Database } from '../../database/client.ts';
import { openingActs, settings } from '../../database/tables.ts';
import { deskOpened } from '../../http/access/desk-opened.ts';
import { readDraft } from '../../practice/draft.ts';
import { missingComparisons } from '../../practice/source-states.ts';
import { readLatest } from '../../practice/versions.ts';
import { newestKey } from '../../sealing/newest-key.ts';

type OpeningEnv = Pick<Env, 'SEAL_KEYS' | 'DESK_EMAILS'>;

/** Whether the site is open, what is missing, and who has said that what is done. */
export async function readOpening(database: Database, env: OpeningEnv, now = new Date()) {
  const [{ facts, settings: stored, door }, draft, rows, uncompared, opened] = await Promise.all([
    readLatest(database),
    readDraft(database),
    database.select().from(openingActs),
    missingComparisons(database, now),
    database.$count(settings, eq(settings.name, deskOpened)),
  ]);
  const key = newestKey(env)?.id;
  const mailTo = toldByMail(stored?.content ?? usualSettings, env);
  // Another key, or another address, has to be shown anew.
  const counts = (name: ActName, detail: string) =>
    name === 'keys' ? detail === key : name !== 'testMail' || sameAddress(detail, mailTo);
  const made = rows.filter(({ name, detail }) => isAct(name) && counts(name, detail));
  const state: OpeningState = {
    facts: facts?.content ?? {},
    draft: draft.facts,
    uncompared,
    // Only names of acts are left.
    done: new Set(made.map(({ name }) => name as ActName)),
    deskSeen: opened > 0,
    backupMade: rows.some(({ name }) => name === backupMade),
  };
  return {
    open: door?.content.open ?? false,
    /** The door's version, for whoever opens or shuts it: 0 for a site that was never opened. */
    basis: door?.version ?? 0,
    missing: openingPoints(state),
    state,
    key,
    mailTo,
    acts: new Map(
      rows
        .filter(({ name }) => !isAct(name))
        .concat(made)
        .map((act) => [act.name, act]),
    ),
  };
}

export function isAct(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}

export type Opening = Awaited<ReturnType<typeof readOpening>>;
