import type { Context } from 'hono';
import { filterMistake, readFilter } from '../../../pages/desk/inbox/filter.ts';
import { Inbox } from '../../../pages/desk/inbox/inbox-page.tsx';
import { countEnquiries } from '../../enquiries/enquiry-list.ts';
import { lateBefore } from '../../enquiries/selection.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readSettings } from '../../practice/settings.ts';
import { newest, pageSize, readPlace, writePlace } from '../paging.ts';
import { replyTimeTrouble } from '../reply-time/reply-time-trouble.ts';
import { countFilters } from './filter-counts.ts';
import { searchEnquiries } from './search.ts';

export async function showInbox(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const asked = readFilter((name) => c.req.query(name));
  const mistake = filterMistake(asked);
  // Days that do not exist narrow nothing: better too many enquiries on the screen than none.
  const filter = mistake ? { ...asked, from: '', to: '' } : asked;
  const now = new Date();
  const settings = await readSettings(database);
  const selection = { folder: 'inbox', filter, lateBefore: lateBefore(settings, now) } as const;
  const before = readPlace(c.req.query('before'));
  const search = { q: filter.q, wanted: pageSize, before };
  const [trouble, counts, { rows: total }, list, elsewhere] = await Promise.all([
    replyTimeTrouble(database, settings, now),
    countFilters(database, selection),
    countEnquiries(database, selection),
    filter.q ? searchEnquiries(database, keys.ring, selection, search) : newest(c, selection, before),
    // Whoever gives a reference on the phone is to be found, wherever they are.
    filter.q && !before
      ? searchEnquiries(database, keys.ring, { folder: 'review' }, search)
      : { enquiries: [] },
  ]);
  if (mistake) c.status(422);
  return c.render(
    <Inbox
      filter={asked}
      mistake={mistake}
      trouble={trouble}
      counts={counts}
      lateAfter={settings.remindAfter}
      enquiries={list.enquiries}
      inReview={elsewhere.enquiries}
      total={total}
      searched={'searched' in list ? list.searched : undefined}
      now={now}
      before={list.next && writePlace(list.next)}
    />,
  );
}
