import type * as z from 'zod/mini';
import { type Settings, usualSettings } from '../../pages/content/settings.ts';
import { copySchema } from '../../worker/practice/published.ts';
import type { Latest } from '../../worker/practice/versions.ts';
import { Stop } from '../command.ts';

/** What a variable of a Worker holds, in bytes. */
const mostBytes = 5120;
const mostClosedDays = 40;

export type PracticeCopy = z.output<typeof copySchema>;

/** What a deploy takes along, so that visitors get pages while the database does not answer. */
export function copyOf({ facts, settings, door }: Latest, now: Date): PracticeCopy {
  const shutAt = door && !door.content.open ? { shutAt: door.at.getTime() } : {};
  return copySchema.parse({
    facts: facts?.content ?? {},
    settings: forVisitors(settings?.content ?? usualSettings, now),
    settingsSince: settings?.at.getTime() ?? 0,
    open: door?.content.open ?? false,
    ...shutAt,
    version: [facts, settings, door].map((one) => one?.version ?? 0).join('.'),
  });
}

/** The copy as the variable has it. It fits, because every fact has a greatest length. */
export function inVariable(copy: PracticeCopy): string {
  const text = JSON.stringify(copy);
  const bytes = Buffer.byteLength(text);
  if (bytes <= mostBytes) return text;
  throw new Stop(
    `The practice’s facts take ${bytes} bytes, and a variable of the Worker holds ${mostBytes}. Shorten the longest of them at the desk. Nothing was changed.`,
  );
}

/** No page says who is told by mail, and days that are over say nothing to anybody. */
function forVisitors(settings: Settings, now: Date): Settings {
  const today = now.toISOString().slice(0, 10);
  const closedDays = settings.closedDays.filter((day) => day >= today).toSorted();
  return { ...settings, closedDays: closedDays.slice(0, mostClosedDays), mailTo: '' };
}
