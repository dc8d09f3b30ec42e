import { importJWK, type JWK } from 'jose';
import { within } from '../../deadline.ts';

/** A team's signing keys, by key id. */
type TeamKeys = ReadonlyMap<string, CryptoKey>;

interface Fetched {
  team: string;
  keys: TeamKeys;
  at: number;
  triedAt: number;
}

const second = 1000;
const deadline = 3 * second;
/** A made-up key id must not make us ask the team again and again. */
const askAgainAfter = 30 * second;
/** Access changes its keys every few weeks, and publishes the next one before it signs with it. */
const fresh = 3600 * second;
/** While the team cannot be asked, what it said within a day still holds. */
const usable = 24 * fresh;
const mostKeys = 20;

export class TeamUnreachable extends Error {}

// What came back is kept, never the promise of it: workerd hangs when one request waits for another's fetch.
let last: Fetched | undefined;

/**
 * The key with that id among those that a team publishes; undefined when it has none. Rejects with TeamUnreachable when
 * the team does not answer within three seconds and nothing usable is known.
 */
export async function teamKey(team: string, keyId: string): Promise<CryptoKey | undefined> {
  const known = last?.team === team && Date.now() - last.at < usable ? last : undefined;
  const found = known?.keys.get(keyId);
  const isFresh = known && Date.now() - known.at < fresh;
  const askedLately = known && Date.now() - known.triedAt < askAgainAfter;
  if ((found && isFresh) || askedLately) return found;
  // Set before the team is asked, so that those who come meanwhile do not ask as well.
  if (known) known.triedAt = Date.now();
  try {
    const keys = await within(deadline, fetchKeys(team));
    last = { team, keys, at: Date.now(), triedAt: Date.now() };
    return keys.get(keyId);
  } catch {
    if (known) return found;
    throw new TeamUnreachable();
  }
}

async function fetchKeys(team: string): Promise<TeamKeys> {
  const answer = await fetch(`${team}/cdn-cgi/access/certs`, {
    // The keys are at this address or nowhere; workerd knows no redirect: 'error'.
    redirect: 'manual',
    signal: AbortSignal.timeout(deadline),
  });
  const page: unknown = await answer.json();
  const listed = answer.ok && isKeyPage(page) ? page.keys : [];
  const entries = await Promise.all(listed.slice(0, mostKeys).map(readKey));
  const keys = new Map(entries.flatMap((entry) => (entry ? [entry] : [])));
  if (keys.size === 0) throw new Error('the team published no key');
  return keys;
}

/** One that cannot be read, or is not for signatures by RS256, counts as absent: the others still serve. */
async function readKey(jwk: JWK | null): Promise<readonly [string, CryptoKey] | undefined> {
  const { kid, kty, alg = 'RS256', use = 'sig' } = jwk ?? {};
  if (!jwk || !kid || kty !== 'RSA' || alg !== 'RS256' || use !== 'sig') return undefined;
  const key = await importJWK(jwk, 'RS256').catch(() => undefined);
  return key instanceof CryptoKey && key.type === 'public' ? [kid, key] : undefined;
}

function isKeyPage(page: unknown): page is { keys: (JWK | null)[] } {
  return typeof page === 'object' && page !== null && 'keys' in page && Array.isArray(page.keys);
}
