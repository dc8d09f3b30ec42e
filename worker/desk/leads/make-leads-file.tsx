import type { Context } from 'hono';
import { DeskProblemPage } from '../../../pages/desk/desk-problem.tsx';
import {
  aSearch,
  type Filter,
  filterMistake,
  filterQuery,
  readFilter,
} from '../../../pages/desk/inbox/filter.ts';
import { leadsFileName } from '../../../pages/desk/leads/leads-page.tsx';
import { NoLeadsFilePage } from '../../../pages/desk/leads/no-leads-file.tsx';
import { paths } from '../../../pages/paths.ts';
import { lateBefore } from '../../enquiries/selection.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody, textIn } from '../../http/read-body.ts';
import { routeOf } from '../../http/route.ts';
import { errorCode, log } from '../../log.ts';
import { mailAboutLeadsFiles } from '../../notify/leads-file-mails.ts';
import { readSettings } from '../../practice/settings.ts';
import { lastLeadsFile } from './last-leads-file.ts';
import { schemaVersion } from './leads-columns.ts';
import {
  countLeadsFiles,
  dropLeadsFile,
  type LeadsFormat,
  type LeadsKind,
  registerLeadsFile,
} from './leads-register.ts';
import { leadsFile } from './leads-stream.ts';
import { planLeadsFile } from './plan-leads-file.ts';
import { mostXlsxRows } from './xlsx.ts';

const hour = 3_600_000;
/** Leads files that one service token may make in an hour: a program that fetches every ten minutes stays below it. */
const mostAnHour = 10;

const types: Record<LeadsFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The list on the screen as a file, entered into the register first. */
export async function makeLeadsFile(c: Context<AppEnv>) {
  const { database, keys, practitioner: by, program } = c.var;
  const body = await readBody(c.req.raw);
  const kind = textIn(body, 'kind');
  const format = textIn(body, 'format') || 'csv';
  if (!isKind(kind) || !isFormat(format)) return malformed();
  const address = new URLSearchParams(textIn(body, 'filter'));
  const asked = readFilter((name) => address.get(name) ?? undefined);
  if (filterMistake(asked)) return malformed();

  const at = new Date();
  const hourAgo = new Date(at.getTime() - hour);
  if (program && (await countLeadsFiles(database, by, hourAgo)) >= mostAnHour) return tooOften(c);
  const filter = registeredFilter(asked);
  const onlyNew = textIn(body, 'since') === 'last';
  const last = onlyNew ? await lastLeadsFile(database, { by, kind, filter }) : undefined;
  const late = lateBefore(await readSettings(database), at);
  const plan = await planLeadsFile(database, keys.ring, asked, { lateBefore: late, onlyNew, last });
  const { rows, highestSequence } = plan;
  if (onlyNew && rows === 0) {
    if (program) return c.body(null, 204);
    return c.render(<NoLeadsFilePage why="nothing new" last={last?.at} inList={filter !== ''} />);
  }
  if (format === 'xlsx' && rows > mostXlsxRows) {
    c.status(422);
    return c.render(<NoLeadsFilePage why="too many rows" rows={rows} most={mostXlsxRows} />);
  }
  const entry = { at, by, kind, format, filter, rows, highestSequence, schemaVersion };
  const id = await registerLeadsFile(database, entry);
  if (program) {
    // Asked once more, now that it has its place: many at once all saw that there was room.
    if ((await countLeadsFiles(database, by, hourAgo, id)) > mostAnHour) {
      await dropLeadsFile(database, id);
      return tooOften(c);
    }
    c.executionCtx.waitUntil(mailAboutLeadsFiles(c.env, at).catch(logMailFailed));
  }

  c.header('Content-Type', types[format]);
  c.header('Content-Disposition', `attachment; filename="${leadsFileName({ ...entry, id })}"`);
  return c.body(leadsFile(database, keys.ring, { ...plan, id, by, kind, format, filter }));
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

function isKind(text: string): text is LeadsKind {
  return text === 'full' || text === 'contacts';
}

function isFormat(text: string): text is LeadsFormat {
  return Object.hasOwn(types, text);
}
