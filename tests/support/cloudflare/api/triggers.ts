import { type Account, hexId, type Zone } from '../account.ts';
import { Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';
import { scriptNamed } from '../script.ts';

// What makes a Worker run beside queues: the clock and its own domains.

interface Origin {
  hostname: string;
  zone_id?: string;
  zone_name?: string;
}

export const triggerRoutes = {
  'PUT /workers/scripts/:script/schedules': ({ account, named, json }) => {
    const script = scriptNamed(account, named('script'));
    script.schedules = json<{ cron: string }[]>().map(({ cron }) => cron);
    return { schedules: script.schedules.map((cron) => ({ cron })) };
  },
  'GET /workers/scripts/:script/schedules': ({ account, named }) => ({
    schedules: scriptNamed(account, named('script')).schedules.map((cron) => ({ cron })),
  }),
  'PUT /workers/scripts/:script/routes': ({ json }) => json<object[]>(),
  // Without a terminal wrangler overrides what is there, and takes even a refusal of this look ahead for "nothing changed".
  'POST /workers/scripts/:script/domains/changeset': ({ account, named, json }) => {
    const wanted = json<Origin[]>().map(({ hostname }) => hostname);
    const { name } = scriptNamed(account, named('script'));
    const there = account.domains.filter(({ hostname }) => wanted.includes(hostname));
    return {
      added: json<Origin[]>().filter(({ hostname }) => there.every((domain) => domain.hostname !== hostname)),
      updated: there.map((domain) => ({ ...domain, modified: domain.service !== name })),
      removed: account.domains.filter(
        ({ service, hostname }) => service === name && !wanted.includes(hostname),
      ),
      conflicting: [],
    };
  },
  'GET /workers/domains/records/:domain': ({ account, named }) => {
    const domain = account.domains.find(({ id }) => id === named('domain'));
    if (!domain) throw new Refusal(404, 10007, 'There is no such domain.');
    return domain;
  },
  'PUT /workers/scripts/:script/domains/records': ({ account, named, json }) => {
    const { name } = scriptNamed(account, named('script'));
    const { origins } = json<{ origins: Origin[] }>();
    const mine = origins.map(({ hostname }) => {
      const zone = zoneOf(account, hostname);
      const there = account.domains.find((domain) => domain.hostname === hostname);
      const id = there?.id ?? hexId();
      const place = { zone_id: zone.id, zone_name: zone.name };
      return { id, hostname, ...place, service: name, environment: 'production' };
    });
    const others = account.domains.filter(
      ({ service, hostname }) => service !== name && mine.every((domain) => domain.hostname !== hostname),
    );
    account.domains = [...others, ...mine];
    return mine;
  },
} satisfies Routes;

function zoneOf({ zones }: Account, hostname: string): Zone {
  const zone = zones.find(({ name }) => hostname === name || hostname.endsWith(`.${name}`));
  if (!zone) throw new Refusal(400, 100117, `Could not find zone for ${hostname}.`);
  return zone;
}
