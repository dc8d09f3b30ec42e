import { bankHolidaysUntil } from '../../pages/content/bank-holidays.ts';
import { claims } from '../../pages/content/claims.ts';
import type { Todo } from '../../pages/desk/frame.ts';
import { londonDay, longDate } from '../../pages/london-time.ts';
import { paths } from '../../pages/paths.ts';
import type { Database } from '../database/client.ts';
import { remindedBefore } from './comparisons.ts';
import { sourceStates } from './source-states.ts';

const year = 365 * 86_400_000;
const newerVersion = 'Whoever looks after the site can take a newer version of it.';

/** What the practitioner is to look at in time: told where the day begins, and in the weekly mail. */
export async function todos(database: Database, now: Date): Promise<Todo[]> {
  const states = await sourceStates(database, now);
  const sum = (name: 'notSo' | 'dueAgain') => states.reduce((all, state) => all + state[name], 0);
  const within = (time: number) => londonDay(new Date(now.getTime() + time));
  const expiring = Object.values(claims).filter(
    ({ expiresOn }) => expiresOn <= within(remindedBefore),
  ).length;
  const where = paths.evidenceChecks;
  return [
    sum('notSo') > 0 && {
      words: `You found ${count(sum('notSo'))} that the source does not say. Tell whoever looks after the site.`,
      where,
    },
    sum('dueAgain') > 0 && {
      words: `${count(sum('dueAgain'))} of the evidence pages are due to be compared again.`,
      where,
    },
    expiring > 0 && {
      words: `${count(expiring)} of the pages expire within 30 days. ${newerVersion}`,
      where,
    },
    bankHolidaysUntil < within(year) && {
      words: `The table of bank holidays ends on ${longDate(bankHolidaysUntil)}. ${newerVersion}`,
      where: paths.settings,
    },
  ].filter((todo) => todo !== false);
}

function count(statements: number): string {
  return statements === 1 ? '1 statement' : `${statements} statements`;
}
