import { Stop } from './stop.ts';

/** Looks at a site from outside, as somebody who is not signed in. Throws a Stop that says what is wrong. */
export async function smoke(site: string): Promise<void> {
  await see(`${site}/healthz`, 'the database answers', ({ status }) => status === 200);
  await see(
    `${site}/`,
    'the landing page has its form and its headers',
    ({ status, headers, text }) =>
      status === 200 && text.includes('name="formKey"') && headers.has('Content-Security-Policy'),
  );
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
  await see(`${site}/desk`, 'the desk is shut for strangers', ({ status, text }) => {
    return [302, 401, 403].includes(status) && !text.includes('/desk/enquiries/');
  });
}

interface Seen {
  status: number;
  headers: Headers;
  text: string;
}

async function see(address: string, words: string, isRight: (seen: Seen) => boolean, init: RequestInit = {}) {
  const answer = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
    ...init,
  }).catch(() => undefined);
  if (!answer) throw new Stop(`${address} does not answer.`);
  const { status, headers } = answer;
  if (!isRight({ status, headers, text: await answer.text() }))
    throw new Stop(`Not so: ${words}. ${address} answered with ${status}.`);
  console.log(`  ${words}: yes`);
}
