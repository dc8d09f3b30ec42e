import type { ClaimKey } from './claims.ts';
import type { PromiseName } from './promises.ts';

/**
 * A sentence or more: our own words, a claim with its citations, how sure the sources are of a claim, or a promise, which
 * stands there only when the practitioner has said that it is so.
 */
export type Piece = string | { claim: ClaimKey } | { certaintyOf: ClaimKey } | { promise: PromiseName };

/** A paragraph, a claim that stands alone (with its items, if it has any), or a list. */
export type Block =
  | readonly Piece[]
  | { claim: ClaimKey }
  | { list: readonly (readonly Piece[])[] }
  | { steps: readonly (readonly Piece[])[] };

export function isParagraph(block: Block): block is readonly Piece[] {
  return Array.isArray(block);
}

/** The claims that blocks make, in reading order. */
export function claimsIn(blocks: readonly Block[]): ClaimKey[] {
  return blocks.flatMap((block) => {
    if (isParagraph(block)) return inPieces(block);
    if ('claim' in block) return [block.claim];
    return ('list' in block ? block.list : block.steps).flatMap(inPieces);
  });
}

function inPieces(pieces: readonly Piece[]): ClaimKey[] {
  return pieces.flatMap((piece) => (typeof piece !== 'string' && 'claim' in piece ? [piece.claim] : []));
}
