import { readKeyRing } from '../../worker/sealing/seal.ts';
import type { SiteFile } from '../account/site-file.ts';
import { isKeyEnd } from '../key-ends.ts';
import { Stop } from '../stop.ts';

// A key ring as text: `k2:key,k1:key`. The first seals; every one opens.

export interface Pair {
  id: string;
  key: string;
}

/** The keys of a ring; its message never has one in it. */
export async function pairsIn(ring: string): Promise<Pair[]> {
  await readKeyRing(ring).catch(() => {
    throw new Stop('SEAL_KEYS is not a key ring: it should look like k1:… or k2:…,k1:…');
  });
  return ring.split(',').map((pair) => {
    const [id = '', key = ''] = pair.trim().split(':');
    return { id, key };
  });
}

export function ringOf(pairs: readonly Pair[]): string {
  return pairs.map(({ id, key }) => `${id}:${key}`).join(',');
}

/** The id after every one that was ever noted or is on the ring: an id is never used for a second key. */
export function nextId(ids: readonly string[]): string {
  return `k${Math.max(0, ...ids.map(numberOf)) + 1}`;
}

export function numberOf(id: string): number {
  return Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);
}

/** The ring without the key. Stops when it is not there, or is the one that seals. */
export function without(pairs: readonly Pair[], id: string): Pair[] {
  const place = pairs.findIndex((pair) => pair.id === id);
  if (place < 0) throw new Stop(`There is no key ${id} on the ring.`);
  if (place === 0) throw new Stop(`${id} is the key that seals now: add another first.`);
  return pairs.filter((pair) => pair.id !== id);
}

/** Why a ring is not the one that the site uses, by what was noted of its keys; undefined when it is. */
export function whyNotInUse(pairs: readonly Pair[], noted: SiteFile['keyEnds']): string | undefined {
  // Other secrets' ends are noted beside those of the ring.
  const missing = Object.keys(noted).find(
    (id) => numberOf(id) > 0 && !noted[id]?.unsure && pairs.every((pair) => pair.id !== id),
  );
  if (missing) return `${missing} is not on it`;
  for (const { id, key } of pairs) {
    if (!Object.hasOwn(noted, id)) return `nothing is noted of ${id}`;
    if (!isKeyEnd(key, noted, id)) return `${id} ends otherwise`;
  }
  const [first] = pairs;
  if (first && noted[first.id]?.retiredAt)
    return `${first.id} does not seal any more and must not stand first`;
  return undefined;
}
