import type { SourceKey } from '../content/sources.ts';
import { Pieces } from './prose.tsx';

/** What stands first wherever the evidence does: the sum of it, and whom it is about. */
export function Balance({ references }: { references: readonly SourceKey[] }) {
  return (
    <>
      <p class="balance">
        <Pieces pieces={[{ claim: 'balance' }]} references={references} />
      </p>
      <p>
        <Pieces pieces={[{ claim: 'whoItIsAbout' }]} references={references} />
      </p>
    </>
  );
}
