import { mergedConfig } from '../account/merged-config.ts';
import { readSite, type SiteFile, sitePath, writeSite } from '../account/site-file.ts';
import { isTerminal } from '../account/terminal.ts';
import { askAccount } from '../account/wrangler-on-account.ts';
import { Stop } from '../command.ts';
import { ask, remote } from '../d1.ts';
import { askBack, endOf, isKeyEnd, newKey, numberOf, sealingKeyUse, showKey } from '../key-ends.ts';
import { nextId, type Pair, pairsIn, ringOf, whyNotInUse, without } from './ring.ts';
import { mayBeDropped, mustBeRetiredLong, type Sealed, sealedWith } from './sealed-with.ts';

// The ring of the real site. Cloudflare does not give a secret back, so the ring in use comes from its owner, and is
// checked against what was noted of its keys.

export async function addOnAccount(): Promise<void> {
  const { site, pairs, unsure } = await ringInUse();
  const fresh = await keyToAdd(site, pairs, unsure);
  const others = pairs.filter(({ id }) => id !== fresh.id);
  // A key that was dropped and is needed again, for a backup, opens and does not seal.
  const isBack = others.some(({ id }) => numberOf(id) > numberOf(fresh.id));
  const end = endOf(fresh.key);
  // Noted before it is sent: should the answer be lost, the next run must send this very key and not another.
  writeSite(noting(site, fresh.id, { ...end, unsure: true }));
  const ring = isBack ? [...others, fresh] : [fresh, ...others];
  await sendRing(site, ring, `Save ${fresh.id}, and run this again with that same key in NEW_KEY.`);
  const retiredAt = new Date().toISOString();
  const [former] = others;
  const known = former && site.keyEnds[former.id];
  const retired = isBack || !known ? site : noting(site, former.id, { retiredAt, ...known });
  writeSite(noting(retired, fresh.id, isBack ? { ...end, retiredAt } : end));
  const use = isBack ? 'is on the ring again, to open what it sealed' : 'seals from now on';
  console.log(`${fresh.id} ${use}. The cron seals anew what other keys sealed: see Status at the desk.`);
}

export async function dropOnAccount(id: string): Promise<void> {
  const { site, pairs, unsure } = await ringInUse();
  if (unsure) throw new Stop(tellUnsure(unsure));
  const left = without(pairs, id);
  mayBeDropped(id, ask<Sealed>(remote(), sealedWith(id))[0]);
  // If it is not known when it stopped sealing, that counts as now, for the next time.
  const { [id]: known, ...keyEnds } = site.keyEnds;
  const retiredAt = known?.retiredAt ?? new Date().toISOString();
  if (known) writeSite(noting(site, id, { ...known, retiredAt }));
  mustBeRetiredLong(id, retiredAt, new Date());
  await sendRing(site, left, 'Run this again, with the same ring.');
  writeSite({ ...site, keyEnds });
}

/** The site, and the ring in SEAL_KEYS once it is certain that it is the one in use. */
async function ringInUse() {
  const site = readSite();
  const ring = process.env.SEAL_KEYS;
  if (!ring)
    throw new Stop('Put the ring that is in use now into SEAL_KEYS: Cloudflare does not give it back.');
  if (process.env.SITE) throw new Stop('This changes site.json, so it cannot run with the variable SITE.');
  const pairs = await pairsIn(ring);
  const why = whyNotInUse(pairs, site.keyEnds);
  if (why)
    throw new Stop(
      `The ring in SEAL_KEYS is not the one in use, as ${sitePath()} has it: ${why}. Nothing was changed.`,
    );
  return { site, pairs, unsure: Object.keys(site.keyEnds).find((id) => site.keyEnds[id]?.unsure) };
}

/** The key in NEW_KEY, or on a terminal a new one that somebody has saved. */
async function keyToAdd(site: SiteFile, pairs: readonly Pair[], unsure: string | undefined): Promise<Pair> {
  const given = process.env.NEW_KEY;
  const next = nextId([...Object.keys(site.keyEnds), ...pairs.map((pair) => pair.id)]);
  if (given !== undefined) {
    const [, named, key = ''] = /^(?:(k\d+):)?([\w-]{43})$/.exec(given.trim()) ?? [];
    const id = named ?? unsure ?? next;
    const [fresh] = await pairsIn(`${id}:${key}`).catch(() => []);
    if (!fresh) throw new Stop('NEW_KEY is not a key: 32 bytes in base64url, perhaps with k2: before them.');
    if (unsure && (id !== unsure || !isKeyEnd(key, site.keyEnds, id))) throw new Stop(tellUnsure(unsure));
    if (!unsure && pairs.some((pair) => pair.id === id || pair.key === key))
      throw new Stop(`NEW_KEY is on the ring already, or ${id} is.`);
    return fresh;
  }
  if (unsure) throw new Stop(tellUnsure(unsure));
  if (!isTerminal())
    throw new Stop('A new key is only shown on a terminal. A script gives one in NEW_KEY, and saves it.');
  const fresh = { id: next, key: newKey() };
  showKey(`sealing key ${next} of ${site.name}`, ringOf([fresh]), sealingKeyUse);
  await askBack(`sealing key ${next}`, fresh.key);
  return fresh;
}

function tellUnsure(id: string): string {
  return `An earlier run sent the key ${id}, and did not hear whether it arrived. First run \`npm run keys -- add --remote\` with that same key in NEW_KEY.`;
}

function noting(site: SiteFile, id: string, end: SiteFile['keyEnds'][string]): SiteFile {
  return { ...site, keyEnds: { ...site.keyEnds, [id]: end } };
}

async function sendRing(site: SiteFile, pairs: readonly Pair[], otherwise: string): Promise<void> {
  const call = { config: mergedConfig(site), input: ringOf(pairs) };
  const { ok, why } = await askAccount(['secret', 'put', 'SEAL_KEYS'], call);
  if (!ok) throw new Stop(`It is not certain that Cloudflare has the new ring. ${why}\n${otherwise}`);
}
