import type { Context } from 'hono';
import { OpeningPage } from '../../../pages/desk/opening/opening-page.tsx';
import { ShutPage } from '../../../pages/desk/opening/shut-page.tsx';
import type { AppEnv } from '../../http/app-env.ts';
import { readOpening } from './read-opening.ts';

type OpeningProps = Parameters<typeof OpeningPage>[0];

export async function showOpening(c: Context<AppEnv>) {
  return openingPage(c);
}

/** The page as it is now, with what went wrong. */
export async function openingPage(
  c: Context<AppEnv>,
  trouble: Pick<OpeningProps, 'problem' | 'mistakes'> = {},
) {
  const { open, basis, missing, state, acts, key, mailTo } = await readOpening(c.var.database, c.env);
  return c.render(
    <OpeningPage
      {...{ open, basis, missing, acts, newestKey: key, mailTo, ...trouble }}
      deskSeen={state.deskSeen}
    />,
  );
}

export async function showShutting(c: Context<AppEnv>) {
  const { open, basis } = await readOpening(c.var.database, c.env);
  return open ? c.render(<ShutPage basis={basis} />) : openingPage(c);
}

/** The same list for a program: `npm run launch-check`. */
export async function sendOpening(c: Context<AppEnv>) {
  const { open, missing } = await readOpening(c.var.database, c.env);
  return c.json({ open, missing });
}
