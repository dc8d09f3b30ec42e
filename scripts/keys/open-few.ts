import { readKeyRing, unseal } from '../../worker/enquiry/seal.ts';
import { Stop } from '../command.ts';
import type { Asking } from '../d1.ts';

/** Opens the newest enquiries with a ring, shows nobody's answers, and returns how many do not open. */
export async function openFew(ask: Asking, pairs: string): Promise<number> {
  const ring = await readKeyRing(pairs).catch(() => {
    throw new Stop(
      'To open a few enquiries, put the key ring into SEAL_KEYS: it is in your password manager.',
    );
  });
  const rows = ask<{ id: string; keyId: string; sealed: string }>(
    'select id, key_id as keyId, sealed from enquiries order by "row" desc limit 5',
  );
  const opened = await Promise.all(rows.map((row) => unseal(row, ring)));
  const shut = opened.filter((answers) => !answers).length;
  console.log(`${opened.length - shut} of the newest ${opened.length} enquiries opened with the key ring.`);
  return shut;
}
