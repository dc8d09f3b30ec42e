import { Stop } from '../command.ts';
import { type Patience, waitFor } from './waiting.ts';
import { zoneWarnings } from './zone-warnings.ts';

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface Expected {
  /** The site's origin. */
  site: string;
  /** The same by plain http; a site on this computer has only one of them. */
  plain?: string;
  /** The Access team's origin, and the audience tag of the application in front of the desk. */
  team: string;
  audience: string;
}

/**
 * Looks at a site from outside, as somebody who is not signed in. Throws a Stop that says what is wrong; returns what the
 * domain's settings add that the site says it does not have, and why nobody can open the desk yet, if so.
 */
export async function smoke(expected: Expected, patience: Patience) {
  const { site, plain } = expected;
  const health = () => ask(`${site}/healthz`);
  const toAnswer = `${site} to answer (a new domain’s certificate and address take minutes)`;
  await waitFor(toAnswer, patience, async () => isOurs(await health()) || undefined);
  await waitFor(
    'the database to answer',
    patience,
    async () => (await health())?.status === 200 || undefined,
  );
  const landing = await see(`${site}/`, 'the landing page has its form', ({ status, text }) => {
    return status === 200 && text.includes('name="formKey"');
  });
  const empty = { method: 'POST', headers: { Origin: site }, body: new URLSearchParams({ name: '' }) };
  const isAnswered = ({ status }: Answer) => status === 422;
  await see(`${site}/enquiry`, 'an empty form comes back with what is missing', isAnswered, empty);
  // Nobody may type an enquiry into a page that others can read.
  if (plain)
    await see(`${plain}/?c=x`, 'plain http leads to https', ({ status, headers }) => {
      return isRedirect(status) && (headers.get('Location') ?? '').startsWith(`${site}/`);
    });
  const evidence = await see(`${site}/evidence`, 'the evidence opens', ({ status }) => status === 200);
  const warnings = new Set([...zoneWarnings(landing.headers), ...zoneWarnings(evidence.headers)]);
  return { warnings: [...warnings], deskShut: await seeDesk(expected) };
}

/** Whether another website is at the address: a custom domain takes its place without asking. */
export async function isTaken(address: string): Promise<boolean> {
  const answer = (await ask(`${address}/`)) ?? (await ask(`${address.replace('https:', 'http:')}/`));
  // What Cloudflare shows where nothing is behind a name is nobody's website.
  return answer !== undefined && !isOurs(answer) && !/^error code: \d+$/.test(answer.text.trim());
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
  const answer = await ask(address, init);
  if (!answer) throw new Stop(`${address} does not answer.`);
  if (!isRight(answer)) throw new Stop(`Not so: ${words}. ${address} answered with ${answer.status}.`);
  console.log(`  ${words}: yes`);
  return answer;
}

async function ask(address: string, init: RequestInit = {}): Promise<Answer | undefined> {
  const signal = AbortSignal.timeout(15_000);
  try {
    const answer = await fetch(address, { redirect: 'manual', signal, ...init });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch {
    return undefined;
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Before the Worker is there, others answer: without the policy that every page of ours has. */
function isOurs(answer: Answer | undefined): boolean {
  return (answer?.headers.get('Content-Security-Policy') ?? '').startsWith("default-src 'none'");
}
