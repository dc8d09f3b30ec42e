import type { Context } from 'hono';
import { paths } from '../../../pages/paths.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody, textIn } from '../../http/read-body.ts';
import { saveVersion } from '../../practice/versions.ts';
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
  const seen = textIn(await readBody(c.req.raw), 'basis');
  if (!/^\d{1,9}$/.test(seen)) return malformed();
  const { open: isOpen } = await readOpening(database, c.env);
  // Nothing to change: what was shut long ago is not shut anew.
  if (isOpen === open) return c.redirect(paths.opening, 303);
  const saved = await saveVersion(database, 'door', {
    content: { open },
    basis: Number(seen),
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
