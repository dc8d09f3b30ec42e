import { mergedConfig } from '../account/merged-config.ts';
import { readSite, type SiteFile, sitePath, writeSite } from '../account/site-file.ts';
import { isTerminal } from '../account/terminal.ts';
import { askAccount } from '../account/wrangler-on-account.ts';
import { ask, siteDatabase } from '../d1.ts';
import { endOf, isKeyEnd } from '../key-ends.ts';
import { Stop } from '../stop.ts';
import { askBack, newKey, showKey } from './new-key.ts';
import { nextId, numberOf, type Pair, pairsIn, ringOf, whyNotInUse, without } from './ring.ts';
import { mayBeDropped, mustBeRetiredLong, type Sealed, sealedWith } from './sealed-with.ts';

// The ring of the real site. Cloudflare does not give a secret back, so the ring in use comes from its owner, and is
// checked against what was noted of its keys.

export async function addOnAccount(): Promise<void> {
  const site = readSite();
  const pairs = await ringInUse(site);
  const fresh = await keyToAdd(site, pairs);
  const others = pairs.filter(({ id }) => id !== fresh.id);
  // A key that was dropped and is needed again, for a backup, opens and does not seal.
  const back = others.some(({ id }) => numberOf(id) > numberOf(fresh.id));
  const now = new Date().toISOString();
  const [first] = others;
  const former = !back && first ? site.keyEnds[first.id] : undefined;
  const keyEnds = {
    ...site.keyEnds,
    ...(former && first && { [first.id]: { ...former, retiredAt: former.retiredAt ?? now } }),
    [fresh.id]: { ...endOf(fresh.key), ...(back && { retiredAt: now }) },
  };
  // Noted before it is sent: should the answer be lost, the next run must send this very key and not another.
  writeSite({ ...site, keyEnds: { ...site.keyEnds, [fresh.id]: { ...endOf(fresh.key), unsure: true } } });
  const { ok, why } = await sendRing(site, back ? [...others, fresh] : [fresh, ...others]);
  if (!ok)
    throw new Stop(`It is not certain that Cloudflare has the new ring. ${why}
Keep ${fresh.id} in your password manager, and run this again with that same key in NEW_KEY.`);
  writeSite({ ...site, keyEnds });
  console.log(
    back
      ? `${fresh.id} is on the ring again, to open what it sealed. The cron seals that anew; see Status at the desk.`
      : `${fresh.id} seals from now on. The cron seals anew what older keys sealed, 100 at a time; see Status at the desk.`,
  );
}

export async function dropOnAccount(id: string): Promise<void> {
  const site = readSite();
  const pairs = await ringInUse(site);
  const unsure = unsureKey(site);
  if (unsure) throw new Stop(tellUnsure(unsure));
  const left = without(pairs, id);
  mayBeDropped(id, ask<Sealed>(siteDatabase(), sealedWith(id))[0]);
  const noted = site.keyEnds[id];
  const retiredAt = noted?.retiredAt ?? new Date().toISOString();
  // It is not known since when it does not seal: then since now, for the next time.
  if (noted && !noted.retiredAt)
    writeSite({ ...site, keyEnds: { ...site.keyEnds, [id]: { ...noted, retiredAt } } });
  mustBeRetiredLong(id, retiredAt, new Date());
  const { ok, why } = await sendRing(site, left);
  if (!ok)
    throw new Stop(
      `It is not certain that Cloudflare has the new ring. ${why}\nRun this again, with the same ring.`,
    );
  const { [id]: _, ...keyEnds } = site.keyEnds;
  writeSite({ ...site, keyEnds });
}

/** The ring in SEAL_KEYS, once it is certain that it is the one in use. */
async function ringInUse(site: SiteFile): Promise<Pair[]> {
  const ring = process.env.SEAL_KEYS;
  if (!ring)
    throw new Stop('Put the ring that is in use now into SEAL_KEYS: Cloudflare does not give it back.');
  if (process.env.SITE) throw new Stop('This changes site.json, so it cannot run with the variable SITE.');
  const pairs = await pairsIn(ring);
  const why = whyNotInUse(pairs, site.keyEnds);
  if (why)
    throw new Stop(
      `The ring in SEAL_KEYS is not the one in use, as ${sitePath()} has noted it: ${why}. Nothing was changed.`,
    );
  return pairs;
}

/** The key in NEW_KEY, or on a terminal a new one that somebody has kept. */
async function keyToAdd(site: SiteFile, pairs: readonly Pair[]): Promise<Pair> {
  const unsure = unsureKey(site);
  const given = process.env.NEW_KEY;
  if (given !== undefined) {
    const [, named, key = ''] = /^(?:(k\d+):)?([\w-]{43})$/.exec(given.trim()) ?? [];
    const id = named ?? unsure ?? nextId([...Object.keys(site.keyEnds), ...pairs.map((pair) => pair.id)]);
    const [fresh] = await pairsIn(`${id}:${key}`).catch(() => []);
    if (!fresh) throw new Stop('NEW_KEY is no key: 32 bytes in base64url, perhaps with k2: before them.');
    if (unsure && (id !== unsure || !isKeyEnd(key, site.keyEnds, id))) throw new Stop(tellUnsure(unsure));
    if (!unsure && pairs.some((pair) => pair.id === id || pair.key === key))
      throw new Stop(`NEW_KEY is on the ring already, or ${id} is.`);
    return fresh;
  }
  if (unsure) throw new Stop(tellUnsure(unsure));
  if (!isTerminal())
    throw new Stop('A new key is only shown on a terminal. A script gives one in NEW_KEY, and keeps it.');
  const fresh = { id: nextId(Object.keys(site.keyEnds)), key: newKey() };
  showKey(fresh);
  await askBack(fresh.id, fresh.key);
  return fresh;
}

function unsureKey({ keyEnds }: SiteFile): string | undefined {
  return Object.keys(keyEnds).find((id) => keyEnds[id]?.unsure);
}

function tellUnsure(id: string): string {
  return `An earlier run sent the key ${id}, and did not hear whether it arrived. First run \`npm run keys -- add --remote\` with that same key in NEW_KEY.`;
}

function sendRing(site: SiteFile, pairs: readonly Pair[]) {
  return askAccount(['secret', 'put', 'SEAL_KEYS'], { config: mergedConfig(site), input: ringOf(pairs) });
}
