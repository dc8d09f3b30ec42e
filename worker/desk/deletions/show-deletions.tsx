import type { Context } from 'hono';
import { comingWords, eraWords } from '../../../pages/content/retention-eras.ts';
import { DeletionsPage } from '../../../pages/desk/deletions/deletions-page.tsx';
import { copiesDone, copyTodos } from '../../enquiries/copy-todos.ts';
import { soonDeleted, warnedDays } from '../../enquiries/delete-expired.ts';
import { oldestReceived } from '../../enquiries/stored-long-enough.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readTold } from '../../practice/told-retention.ts';

const mostDone = 50;

export async function showDeletions(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const now = new Date();
  const told = await readTold(database);
  const enquiries = await soonDeleted(database, keys.ring, told, now);
  const oldest = (await oldestReceived(database)) ?? now;
  const [todos, done] = await Promise.all([copyTodos(database, now), copiesDone(database, mostDone)]);
  return c.render(
    <DeletionsPage
      copies={{ todos, done }}
      enquiries={enquiries}
      now={now}
      days={warnedDays}
      eras={eraWords(told, oldest, now)}
      coming={comingWords(told, now)}
    />,
  );
}
