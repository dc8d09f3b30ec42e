import { z } from 'zod';
import { Stop } from '../command.ts';
import { done, isTerminal } from './terminal.ts';
import { askAccount, handToWrangler, jsonIn } from './wrangler-on-account.ts';

const whoami = z.object({ accounts: z.array(z.object({ id: z.string(), name: z.string() })) });
type Known = z.output<typeof whoami>['accounts'];

/** The id of the site's account: the one that it is on already, the one that was named, or the only one. */
export async function chooseAccount(former: string | undefined, named: string | undefined): Promise<string> {
  const accounts = await signedInAccounts();
  const wanted = former ?? named ?? process.env.CLOUDFLARE_ACCOUNT_ID;
  const [only, second] = accounts;
  if (second && !wanted)
    throw new Stop(`There are ${accounts.length} accounts: ${list(accounts)}. Say which: --account ID.`);
  const account = wanted ? accounts.find(({ id, name }) => id === wanted || name === wanted) : only;
  if (!account)
    throw new Stop(
      `You are signed in to ${list(accounts)}${wanted ? `, and the account ${wanted} is not there` : ''}. Sign in with the right one${former ? ', or move site.json away to set up another site' : ''}.`,
    );
  done(`The account is ${account.name} (${account.id}).`);
  return account.id;
}

async function signedInAccounts(): Promise<Known> {
  const first = await askAccount(['whoami', '--json']);
  const signedOut = /"loggedIn":\s*false/.test(first.stdout);
  if (signedOut) await signIn();
  const { ok, stdout, why } = signedOut ? await askAccount(['whoami', '--json']) : first;
  if (!ok) throw new Stop(`Cloudflare did not say who you are: ${why}`);
  return whoami.parse(jsonIn(stdout)).accounts;
}

/** Signs in to Cloudflare in the browser, as wrangler does it. */
async function signIn(): Promise<void> {
  if (!isTerminal())
    throw new Stop(
      'You are not signed in to Cloudflare. Run this on a terminal, where a browser opens for it, or set CLOUDFLARE_API_TOKEN.',
    );
  if ((await handToWrangler(['login'])) !== 0)
    throw new Stop('The sign-in did not succeed. Nothing was changed.');
}

function list(accounts: Known): string {
  return accounts.map(({ id, name }) => `${name} (${id})`).join(' and ') || 'no account';
}
