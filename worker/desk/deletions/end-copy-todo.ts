import type { Context } from 'hono';
import { isEndingOf } from '../../../pages/desk/deletions/copies.ts';
import { paths } from '../../../pages/paths.ts';
import { endTodo, kindOfTodo } from '../../enquiries/copy-todos.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody, textIn } from '../../http/read-body.ts';

/** The practitioner says that a copy was seen to, and how. */
export async function endCopyTodo(c: Context<AppEnv>) {
  const { database, practitioner: doneBy } = c.var;
  const asked = c.req.param('id') ?? '';
  const id = /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
  const ending = textIn(await readBody(c.req.raw), 'ending');
  const kind = await kindOfTodo(database, id);
  if (!kind) return c.notFound();
  if (!isEndingOf(kind, ending)) return malformed();
  await endTodo(database, id, { doneAt: new Date(), doneBy, ending });
  return c.redirect(paths.deletions, 303);
}
