import { z } from 'zod';
import { Stop } from '../stop.ts';
import { spawnLogin } from './login.ts';
import { ask, done, isTerminal } from './terminal.ts';
import { askAccount, jsonIn } from './wrangler-on-account.ts';

const whoami = z.object({ accounts: z.array(z.object({ id: z.string(), name: z.string() })) });
type Known = z.output<typeof whoami>['accounts'];

/** The id of the account that the site is on: the one it is on already, the one that was named, or the only one. */
export async function chooseAccount(former: string | undefined, named: string | undefined): Promise<string> {
  const accounts = await signedInAccounts();
  const wanted = former ?? named ?? process.env.CLOUDFLARE_ACCOUNT_ID;
  const [only, second] = accounts;
  if (wanted) {
    const found = accounts.find(({ id, name }) => id === wanted || name === wanted);
    if (found) return told(found);
    throw new Stop(
      `You are signed in to ${list(accounts)}, and the account ${wanted} is not there. Sign in with the right one${former ? ', or move site.json away to set up another site' : ''}.`,
    );
  }
  if (!only)
    throw new Stop(
      'The sign-in sees no Cloudflare account. Make one at https://dash.cloudflare.com/sign-up.',
    );
  if (!second) return told(only);
  if (!isTerminal())
    throw new Stop(`There are ${accounts.length} accounts: ${list(accounts)}. Say which: --account ID.`);
  const number = await ask(
    `Which account? ${accounts.map(({ name }, place) => `${place + 1}: ${name}`).join(', ')}`,
    (typed) =>
      accounts[Number(typed) - 1]
        ? { value: typed }
        : { wrong: `Type a number from 1 to ${accounts.length}.` },
  );
  return told(accounts[Number(number) - 1] ?? only);
}

async function signedInAccounts(): Promise<Known> {
  const first = await askAccount(['whoami', '--json']);
  const signedOut = /"loggedIn":\s*false/.test(first.stdout);
  if (signedOut && !isTerminal())
    throw new Stop(
      'You are not signed in to Cloudflare. Run this on a terminal, where a browser opens for it, or set CLOUDFLARE_API_TOKEN.',
    );
  if (signedOut) await spawnLogin();
  const { ok, stdout, why } = signedOut ? await askAccount(['whoami', '--json']) : first;
  if (!ok) throw new Stop(`Cloudflare did not say who you are: ${why}`);
  return whoami.parse(jsonIn(stdout)).accounts;
}

function told({ id, name }: Known[number]): string {
  done(`The account is ${name} (${id}).`);
  return id;
}

function list(accounts: Known): string {
  return accounts.map(({ id, name }) => `${name} (${id})`).join(' and ') || 'no account';
}
