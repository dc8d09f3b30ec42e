import type { Context } from 'hono';
import { paths } from '../../../pages/paths.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { numberIn, readBody } from '../../http/read-body.ts';
import { readLatest, saveVersion } from '../../practice/versions.ts';
import { readOpening } from './read-opening.ts';
import { openingPage } from './show-opening.tsx';

/** Opens the site to visitors, when nothing is missing. */
export async function openSite(c: Context<AppEnv>) {
  const { missing } = await readOpening(c.var.database, c.env);
  if (missing.length === 0) return change(c, true);
  c.status(422);
  return openingPage(c, { problem: 'It cannot open yet. What is missing is below.' });
}

/** Only a person shuts an open site. */
export function shutSite(c: Context<AppEnv>) {
  return change(c, false);
}

async function change(c: Context<AppEnv>, open: boolean) {
  const { database, practitioner: by } = c.var;
  const basis = numberIn(await readBody(c.req.raw), 'basis');
  const { door } = await readLatest(database);
  // Nothing to change: what was shut long ago is not shut anew.
  if ((door?.content.open ?? false) === open) return c.redirect(paths.opening, 303);
  const saved = await saveVersion(database, 'door', {
    content: { open },
    basis,
    by,
    at: new Date(),
  });
  if (saved === undefined) {
    c.status(409);
    return openingPage(c, {
      problem: 'Somebody opened or shut the site while you had this page open. This is how it is now.',
    });
  }
  await seePublished(c.env);
  return c.redirect(paths.opening, 303);
}
