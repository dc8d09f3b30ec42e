import { type KeyRing, readKeyRing, unseal } from '../../worker/sealing/seal.ts';
import type { Asking } from '../d1.ts';
import { Stop } from '../stop.ts';

const fewEnquiries = 5;

export async function ringFrom(pairs: string): Promise<KeyRing> {
  return readKeyRing(pairs).catch(() => {
    throw new Stop(
      'To open a few enquiries, put the key ring into SEAL_KEYS: it is in your password manager.',
    );
  });
}

/** Opens the newest enquiries with the ring, shows nobody's answers, and says how many stayed shut. */
export async function openFew(ask: Asking, ring: KeyRing): Promise<number> {
  const rows = ask<{ id: string; keyId: string; sealed: string }>(
    `select id, key_id as keyId, sealed from enquiries order by "row" desc limit ${fewEnquiries}`,
  );
  const opened = await Promise.all(rows.map((row) => unseal(row, ring)));
  const shut = opened.filter((answers) => !answers).length;
  console.log(`${opened.length - shut} of the newest ${opened.length} enquiries opened with the key ring.`);
  return shut;
}
