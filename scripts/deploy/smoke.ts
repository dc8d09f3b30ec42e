import { Stop } from '../stop.ts';
import { type Patience, waitFor } from './patience.ts';

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Looked {
  /** What the zone adds that this site says it does not have; each names the switch. */
  warnings: string[];
  /** Why nobody can open the desk yet; undefined when Access is in front of it. */
  deskShut: string | undefined;
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

/** Looks at a site from outside, as somebody who is not signed in. Throws a Stop that says what is wrong. */
export async function smoke(expected: Expected, patience: Patience): Promise<Looked> {
  const { site, plain } = expected;
  await waitFor(
    `${site} to answer (a new domain’s certificate and address take minutes)`,
    patience,
    async () => {
      const answer = await ask(`${site}/healthz`);
      return answer && isOurs(answer) ? answer : undefined;
    },
  );
  await waitFor('the database to answer', patience, async () =>
    (await ask(`${site}/healthz`))?.status === 200 ? true : undefined,
  );
  const landing = await see(`${site}/`, 'the landing page has its form', ({ status, text }) => {
    return status === 200 && text.includes('name="formKey"');
  });
  await see(
    `${site}/enquiry`,
    'an empty form comes back with what is missing',
    ({ status }) => status === 422,
    {
      method: 'POST',
      headers: { Origin: site },
      body: new URLSearchParams({ name: '' }),
    },
  );
  if (plain) await seeRedirect(plain, site);
  const evidence = await see(`${site}/evidence`, 'the evidence opens', ({ status }) => status === 200);
  const deskShut = await seeDesk(expected);
  return { warnings: [...new Set([landing, evidence].flatMap(zoneWarnings))], deskShut };
}

/** Whether another website is at the address: a custom domain takes its place without asking. */
export async function isTaken(address: string): Promise<boolean> {
  const answer = (await ask(`${address}/`)) ?? (await ask(`${address.replace('https:', 'http:')}/`));
  // What Cloudflare shows where nothing is behind a name is nobody's website.
  return answer !== undefined && !isOurs(answer) && !/^error code: \d+$/.test(answer.text.trim());
}

/** Plain http leads to https, so that nobody types an enquiry into a page that others can read. */
async function seeRedirect(plain: string, site: string): Promise<void> {
  await see(`${plain}/?c=x`, 'plain http leads to https', ({ status, headers }) => {
    return [301, 302, 307, 308].includes(status) && (headers.get('Location') ?? '').startsWith(`${site}/`);
  });
}

/** Nobody who is not signed in gets in, and Access leads them to the sign-in of this very desk. */
async function seeDesk({ site, team, audience }: Expected): Promise<string | undefined> {
  for (const path of ['/desk', '/desk/review']) {
    const { headers } = await see(`${site}${path}`, `${path} is shut for strangers`, ({ status, text }) => {
      return [301, 302, 303, 401, 403].includes(status) && !/aria-label="Desk"/.test(text);
    });
    const location = headers.get('Location');
    if (!location)
      return `Access is not in front of ${path}: the site itself refuses everybody. Put an application with the path “desk” there (docs/launch.md).`;
    const address = new URL(location, site);
    if (address.origin !== team)
      return `${path} leads to ${address.origin} for the sign-in, and the settings say ${team}: npm run setup -- --set ACCESS_TEAM=${address.host}`;
    const tag = address.searchParams.get('kid');
    if (tag && tag !== audience)
      return `The application in front of ${path} has another audience tag: npm run setup -- --set ACCESS_AUD=${tag}, then deploy again.`;
  }
  return undefined;
}

/** A zone's settings can add what a page of ours never has. */
function zoneWarnings({ headers }: Answer): string[] {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '');
  const bots = cookies.some((name) => /^(__cf_bm|cf_clearance|_cfuvid)$/.test(name));
  const others = cookies.filter((name) => !/^(__cf_bm|cf_clearance|_cfuvid)$/.test(name));
  return [
    ...(bots
      ? [
          `Cloudflare sets the cookie ${cookies.join(', ')}, and the page says that it stores nothing: switch off Bot Fight Mode (your domain, Security, Settings, Bots).`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `Something in front of the site sets the cookie ${others.join(', ')}: look at your domain’s Rules and Snippets.`,
        ]
      : []),
    ...(headers.has('NEL') || headers.has('Report-To')
      ? [
          'Cloudflare adds NEL or Report-To, with which browsers report visits to others: switch off Network Error Logging (your domain, Network).',
        ]
      : []),
  ];
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
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
      ...init,
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch {
    return undefined;
  }
}

/** Before the Worker is there, others answer: without the policy that no page of ours is without. */
function isOurs({ headers }: Answer): boolean {
  return (headers.get('Content-Security-Policy') ?? '').startsWith("default-src 'none'");
}
