import { setTimeout as pause } from 'node:timers/promises';
import { canaryFailure } from '../../pages/content/alarms.ts';
import { deskOpened } from '../../worker/http/access/desk-opened.ts';
import { isTerminal } from '../account/terminal.ts';
import { Stop } from '../command.ts';
import { ask, type Source } from '../d1.ts';

export interface Patience {
  /** In milliseconds: how long to wait in all, and between two tries. */
  longest: number;
  between: number;
}

/** Tries until there is something, and says from time to time what is being waited for. */
export async function waitFor<T>(
  what: string,
  { longest, between }: Patience,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + longest;
  for (let tries = 0; ; tries++) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (Date.now() >= end) throw new Stop(`Waited ${inMinutes(longest)} for ${what}, in vain.`);
    if (tries === 0) console.log(`  Waiting for ${what}: ${inMinutes(longest)} at most …`);
    else if ((tries * between) % 60_000 < between)
      console.log(`  … still waiting, ${inMinutes(end - Date.now())} left`);
    await pause(between);
  }
}

function inMinutes(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/**
 * The cron's test enquiry goes through the real form: made due now, it comes with the next run. A run that fails may
 * still be the former Worker's, so only the second in a row counts.
 */
export async function waitForCanary(database: Source, patience: Patience): Promise<void> {
  let failures = 0;
  makeDue(database);
  await waitFor('the test enquiry (a new cron takes up to 15 minutes)', patience, async () => {
    const run = "select done_for as doneFor, error from jobs where name = 'canary'";
    const [job] = askIfItAnswers<{ doneFor: number | null; error: string | null }>(database, run);
    if (!job?.error) return job?.doneFor ? true : undefined;
    const detail = "select detail from alarms where kind = 'canary'";
    const [alarm] = askIfItAnswers<{ detail: string }>(database, detail);
    const reason = canaryFailure(alarm?.detail ?? '');
    failures += 1;
    if (failures > 1) throw new Stop(`The test enquiry failed twice: ${reason}.`);
    console.log(`  The test enquiry failed: ${reason}. The next run of the cron tries again …`);
    makeDue(database);
    return undefined;
  });
  console.log('  A test enquiry was stored, opened and deleted again.');
}

/** What an earlier run has left, an error above all, says nothing about this deploy. */
function makeDue(database: Source): void {
  ask(database, "update jobs set done_for = null, error = null where name = 'canary'");
}

/** A desk that nobody has ever opened may be shut to everybody, and that shows only when somebody tries. */
export async function waitForDesk(database: Source, address: string, patience: Patience): Promise<void> {
  const sql = `select value from settings where name = '${deskOpened}'`;
  const isOpened = async () => (askIfItAnswers(database, sql).length > 0 ? true : undefined);
  if (!(await isOpened())) {
    console.log(`\nNot ready yet: nobody has opened the desk. Please open ${address}/desk now, and sign in.`);
    if (!isTerminal()) return;
    await waitFor('you to open the desk', patience, isOpened).catch(() => {
      throw new Stop('Not ready: nobody has opened the desk. When you have, run this again.');
    });
  }
  console.log('Ready: the desk was opened by somebody who is signed in.');
}

/** The rows, or none when the database does not answer just now: whoever waits asks again. */
function askIfItAnswers<Row>(database: Source, sql: string): Row[] {
  try {
    return ask<Row>(database, sql);
  } catch (error) {
    if (error instanceof Stop) return [];
    throw error;
  }
}
