import type { Context } from 'hono';
import { DeskProblemPage } from '../../../pages/desk/desk-problem.tsx';
import {
  aSearch,
  type Filter,
  filterMistake,
  filterQuery,
  readFilter,
} from '../../../pages/desk/inbox/filter.ts';
import { LeadsPage, leadsFileName } from '../../../pages/desk/leads/leads-page.tsx';
import { paths } from '../../../pages/paths.ts';
import type { Database } from '../../database/client.ts';
import { countEnquiries } from '../../enquiries/enquiry-list.ts';
import type { Selection } from '../../enquiries/selection.ts';
import { lateBefore } from '../../enquiries/selection.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody, textIn } from '../../http/read-body.ts';
import { routeOf } from '../../http/route.ts';
import { errorCode, log } from '../../log.ts';
import { mailAboutLeadsFiles } from '../../notify/leads-file-mails.ts';

import { pageOf, pageSize } from '../paging.ts';
import { schemaVersion } from './leads-columns.ts';
import {
  countLeadsFiles,
  dropLeadsFile,
  type LeadsKind,
  lastLeadsFile,
  pageOfLeadsFiles,
  registerLeadsFile,
} from './leads-register.ts';
import { countMatches, leadsCsv } from './leads-stream.ts';

const hour = 3_600_000;
/** Leads files that one service token may make in an hour: a program that fetches every ten minutes stays below it. */
const mostAnHour = 10;

export async function showLeadsFiles(c: Context<AppEnv>) {
  const asked = c.req.query('before') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  const { items, next } = pageOf(await pageOfLeadsFiles(c.var.database, pageSize + 1, before));
  return c.render(<LeadsPage files={items} older={next && `${paths.leads}?before=${next.id}`} />);
}

/** The list on the screen as a file, entered into the register first. */
export async function makeLeadsFile(c: Context<AppEnv>) {
  const { env } = c;
  const { database, keys, practitioner: by, program } = c.var;
  const body = await readBody(c.req.raw);
  const kind = textIn(body, 'kind');
  if (!isKind(kind)) return malformed();
  const address = new URLSearchParams(textIn(body, 'filter'));
  const filter = readFilter((name) => address.get(name) ?? undefined);
  if (filterMistake(filter)) return malformed();

  const now = new Date();
  const hourAgo = new Date(now.getTime() - hour);
  if (program && (await countLeadsFiles(database, by, hourAgo)) >= mostAnHour) return tooOften(c);
  const sinceLast = textIn(body, 'since') === 'last';
  const query = registeredFilter(filter);
  const since = sinceLast ? await lastLeadsFile(database, { by, kind, filter: query }) : undefined;
  const list: Selection = { folder: 'inbox', filter, lateBefore: lateBefore(env, now), since };
  // Fixed first: what comes in while the file is being made is not in it.
  const { rows: listed, highestSequence } = await highestOf(database, list);
  const selection = { ...list, highestSequence };
  const rows = filter.q ? await countMatches(database, keys.ring, selection, filter.q) : listed;
  const entry = { at: now, by, kind, filter: query, rows, highestSequence, schemaVersion };
  const id = await registerLeadsFile(database, entry);
  if (program) {
    // Asked once more, now that it has its place: many at once all saw that there was room.
    if ((await countLeadsFiles(database, by, hourAgo, id)) > mostAnHour) {
      await dropLeadsFile(database, id);
      return tooOften(c);
    }
    c.executionCtx.waitUntil(mailAboutLeadsFiles(env, now).catch(logMailFailed));
  }

  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${leadsFileName({ id, kind, at: now, rows })}"`);
  return c.body(leadsCsv(database, keys.ring, { id, kind, selection, q: filter.q, rows }));
}

function tooOften(c: Context<AppEnv>) {
  log({ event: 'request_refused', route: routeOf(c), status: 429, refusal: 'too-many' });
  c.header('Retry-After', String(hour / 1000));
  return c.html(<DeskProblemPage status={429} back={paths.inbox} />, 429);
}

// The next run of the cron tries again.
function logMailFailed(error: unknown) {
  log({ event: 'notify_failed', code: errorCode(error) });
}

/** The list's address without the search's words: those are a person's, and the register is not sealed. */
function registeredFilter({ q, ...filter }: Filter): string {
  const query = filterQuery({ ...filter, q: '' });
  if (q === '') return query;
  return query ? `${query}&${aSearch}` : `?${aSearch}`;
}

/** How many there are, and the newest of the whole inbox: "since my last file" starts after it. */
async function highestOf(database: Database, list: Selection) {
  const [{ rows }, { highestSequence }] = await Promise.all([
    countEnquiries(database, list),
    countEnquiries(database, { folder: list.folder }),
  ]);
  return { rows, highestSequence };
}

function isKind(text: string): text is LeadsKind {
  return text === 'full' || text === 'contacts';
}
