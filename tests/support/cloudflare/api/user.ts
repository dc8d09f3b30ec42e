import { Page, Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';

// Who asks, and what they may see: the token, the user, the accounts and the zones.

export const userRoutes = {
  'GET /user/tokens/verify': () => ({ id: 'token', status: 'active' }),
  'GET /user': (_, { email }) => ({ id: 'user', email }),
  'GET /accounts': ({ query }, { accounts }) =>
    new Page(
      accounts.map(({ id, name }) => ({ id, name, type: 'standard' })),
      query,
      20,
    ),
  'GET /memberships': ({ query }, { accounts }) =>
    new Page(
      accounts.map(({ id, name }) => ({
        id: `member-${id}`,
        status: 'accepted',
        roles: ['Super Administrator - All Privileges'],
        account: { id, name },
      })),
      query,
      20,
    ),
  // By its exact name only: wrangler asks for one after the other, from the left of a host.
  'GET /zones': ({ query }, { accounts }) => {
    const wanted = { account: query.get('account.id'), zone: query.get('name') };
    const zones = accounts
      .filter(({ id }) => !wanted.account || id === wanted.account)
      .flatMap(({ id, name, zones }) =>
        zones.map((zone) => ({ ...zone, status: 'active', account: { id, name } })),
      );
    return new Page(
      zones.filter(({ name }) => !wanted.zone || name === wanted.zone),
      query,
      20,
    );
  },
  'GET /zones/:zone/workers/routes': () => [],
  'GET /workers/subdomain': ({ account: { subdomain } }) => {
    if (!subdomain) throw new Refusal(404, 10007, 'You need to register a workers.dev subdomain.');
    return { subdomain };
  },
  // `wrangler d1 info` and `d1 insights` look at yesterday's figures.
  'POST /graphql': () => ({ viewer: { accounts: [{ d1AnalyticsAdaptiveGroups: [] }] } }),
} satisfies Routes;
