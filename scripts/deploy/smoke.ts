import { Stop } from '../command.ts';
import { type Answer, askSite, hasForm, isOurs, isRedirect, isShut } from './site-answers.ts';
import { type Patience, waitFor } from './waiting.ts';
import { zoneWarnings } from './zone-warnings.ts';

interface Expected {
  /** The site's origin. */
  site: string;
  /** The same by plain http; a site on this computer has only one of them. */
  plain?: string;
  /** The Access team's origin, and the audience tag of the application in front of the desk. */
  team: string;
  audience: string;
  /** Its practitioner has opened it to visitors. */
  open: boolean;
}

/**
 * Looks at a site from outside, as somebody who is not signed in. Throws a Stop that says what is wrong; returns what the
 * domain's settings add that the site says it does not have, whether visitors read that it opens soon, and why nobody can
 * open the desk yet, if so.
 */
export async function smoke(expected: Expected, patience: Patience) {
  const { site, plain, open } = expected;
  const health = () => askSite(`${site}/healthz`);
  const toAnswer = `${site} to answer (a new domain’s certificate and address take minutes)`;
  await waitFor(toAnswer, patience, async () => isOurs(await health()) || undefined);
  await waitFor(
    'the database to answer',
    patience,
    async () => (await health())?.status === 200 || undefined,
  );
  const landing = await see(`${site}/`, 'the landing page has its form, or opens soon', (answer) => {
    return isShut(answer) || hasForm(answer);
  });
  const shut = isShut(landing);
  if (open && shut)
    throw new Stop(`THE SITE IS OPEN AT THE DESK AND SHUT TO VISITORS: ${site} says that it opens soon.`);
  const pages = [landing];
  if (!shut) {
    const empty = { method: 'POST', headers: { Origin: site }, body: new URLSearchParams({ name: '' }) };
    const words = 'an empty form comes back with what is missing';
    await see(`${site}/enquiry`, words, ({ status }) => status === 422, empty);
    pages.push(await see(`${site}/evidence`, 'the evidence opens', ({ status }) => status === 200));
  }
  // Nobody may type an enquiry into a page that others can read.
  if (plain)
    await see(`${plain}/?c=x`, 'plain http leads to https', ({ status, headers }) => {
      return isRedirect(status) && (headers.get('Location') ?? '').startsWith(`${site}/`);
    });
  const warnings = new Set(pages.flatMap(({ headers }) => zoneWarnings(headers)));
  return { warnings: [...warnings], shut, deskShut: await seeDesk(expected) };
}

/** Nobody who is not signed in gets in, and Access leads them to the sign-in of this very desk. */
async function seeDesk({ site, team, audience }: Expected): Promise<string | undefined> {
  for (const path of ['/desk', '/desk/review']) {
    const { headers } = await see(`${site}${path}`, `${path} is shut for strangers`, ({ status, text }) => {
      return (isRedirect(status) || [401, 403].includes(status)) && !/aria-label="Desk"/.test(text);
    });
    const location = headers.get('Location');
    if (!location)
      return `Access is not in front of ${path}: the site itself refuses everybody. Put an application with the path “desk” there (docs/launch.md).`;
    const { origin, host, searchParams } = new URL(location, site);
    if (origin !== team)
      return `${path} leads to ${origin} for the sign-in, and the settings say ${team}: npm run setup -- --set ACCESS_TEAM=${host}`;
    const tag = searchParams.get('kid');
    if (tag && tag !== audience)
      return `The application in front of ${path} has another audience tag: npm run setup -- --set ACCESS_AUD=${tag}, then deploy again.`;
  }
  return undefined;
}

async function see(
  address: string,
  words: string,
  isRight: (answer: Answer) => boolean,
  init: RequestInit = {},
): Promise<Answer> {
  const answer = await askSite(address, init);
  if (!answer) throw new Stop(`${address} does not answer.`);
  if (!isRight(answer)) throw new Stop(`Not so: ${words}. ${address} answered with ${answer.status}.`);
  console.log(`  ${words}: yes`);
  return answer;
}
