import { setTimeout as pause } from 'node:timers/promises';
import { ask, type Source } from '../d1.ts';
import { Stop } from '../stop.ts';

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

/** The rows, or none when the database does not answer just now: whoever waits asks again. */
export function askIfItAnswers<Row>(database: Source, sql: string): Row[] {
  try {
    return ask<Row>(database, sql);
  } catch (error) {
    if (error instanceof Stop) return [];
    throw error;
  }
}
