import * as z from 'zod/mini';
import type { OpeningAnswer } from '../launch/opening-report.ts';
import { paths } from '../pages/paths.ts';
import { databaseOf } from '../worker/database/client.ts';
import { readOpening } from '../worker/desk/opening/read-opening.ts';
import { Stop } from './command.ts';
import { withLocalSite } from './local-site.ts';

const answerSchema = z.object({
  open: z.boolean(),
  missing: z.array(z.object({ words: z.string(), where: z.string() })),
});

/** A service token of Cloudflare Access. */
export interface ServiceToken {
  id: string;
  secret: string;
}

const patience = 15_000;

/** Asks a site what is missing before it may open, as the program that its token names. */
export async function askSite(site: string, { id, secret }: ServiceToken): Promise<OpeningAnswer> {
  const headers = { 'CF-Access-Client-Id': id, 'CF-Access-Client-Secret': secret };
  const signal = AbortSignal.timeout(patience);
  // Access leads whom it does not know to its sign-in, which is no answer.
  const asked = { headers, signal, redirect: 'manual' } as const;
  const answer = await fetch(site + paths.openingData, asked).catch(() => undefined);
  if (!answer) throw new Stop(`${site} does not answer.`);
  if (answer.status >= 300 && answer.status < 400)
    throw new Stop(
      'Cloudflare Access does not know this token: it asks for a sign-in. Its application needs a policy “Service Auth” with the token, and the client secret has to be right.',
    );
  if (answer.status === 403)
    throw new Stop(
      `The desk does not take this token. Name its client id to the site, and deploy: npm run setup -- --set LAUNCH_TOKENS=${id}`,
    );
  const { data } = answerSchema.safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !data)
    throw new Stop(`${site} answered with ${answer.status}, and not with the list. Is this version online?`);
  return data;
}

/** The same of a site on this computer, which does not run while it is asked. */
export function askLocal(state: string, envFile: string, config?: string): Promise<OpeningAnswer> {
  return withLocalSite(state, envFile, (env) => readOpening(databaseOf(env.DB), env), config);
}
