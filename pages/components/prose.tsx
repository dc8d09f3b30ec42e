import { type Block, isParagraph, type Piece } from '../content/blocks.ts';
import { howSure } from '../content/certainty.ts';
import { type Claim, type ClaimKey, claims } from '../content/claims.ts';
import { promises } from '../content/promises.ts';
import type { SourceKey } from '../content/sources.ts';
import { usePractice } from '../practice.ts';

/** `references`: the page's sources by number. One that is not among them gets no link. */
interface References {
  references?: readonly SourceKey[] | undefined;
}

export function Prose({ blocks, references }: References & { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => (
        <ProseBlock block={block} references={references} />
      ))}
    </>
  );
}

function ProseBlock({ block, references = [] }: References & { block: Block }) {
  const stands = useStanding();
  if (isParagraph(block)) {
    if (!stands(block)) return null;
    return (
      <p>
        <Pieces pieces={block} references={references} />
      </p>
    );
  }
  if ('claim' in block) return <ClaimAlone claim={block.claim} references={references} />;
  const entries = ('list' in block ? block.list : block.steps).filter(stands).map((pieces) => (
    <li>
      <Pieces pieces={pieces} references={references} />
    </li>
  ));
  return 'list' in block ? <ul>{entries}</ul> : <ol>{entries}</ol>;
}

/** A claim as a paragraph, with the list it introduces when it has one. */
export function ClaimAlone({ claim, references = [] }: References & { claim: ClaimKey }) {
  const { items }: Claim = claims[claim];
  return (
    <>
      <p>
        <Pieces pieces={[{ claim }]} references={references} />
      </p>
      {items && (
        <ul>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Pieces({ pieces, references = [] }: References & { pieces: readonly Piece[] }) {
  const isOn = useIsOn();
  return (
    <>
      {pieces.filter(isOn).map((piece, index) => (
        <>
          {index > 0 && ' '}
          <OnePiece piece={piece} references={references} />
        </>
      ))}
    </>
  );
}

/** Whether anything of some pieces is left when the promises that nobody has made fall away. */
function useStanding() {
  const isOn = useIsOn();
  return (pieces: readonly Piece[]) => pieces.some(isOn);
}

function useIsOn() {
  const { promises: made = {} } = usePractice().facts;
  return (piece: Piece) =>
    typeof piece === 'string' || !('promise' in piece) || made[piece.promise] === 'mine';
}

function OnePiece({ piece, references = [] }: References & { piece: Piece }) {
  if (typeof piece === 'string') return <>{piece}</>;
  if ('promise' in piece) return <>{promises[piece.promise]}</>;
  if ('certaintyOf' in piece) return <>{howSure(piece.certaintyOf)}</>;
  return (
    <>
      {claims[piece.claim].text}
      <Citations sources={claims[piece.claim].sources} references={references} />
    </>
  );
}

function Citations({
  sources,
  references,
}: {
  sources: readonly SourceKey[];
  references: readonly SourceKey[];
}) {
  const numbers = sources.map((source) => references.indexOf(source) + 1).filter((number) => number > 0);
  if (numbers.length === 0) return null;
  return (
    <sup>
      {numbers.map((number) => (
        <a href={`#source-${number}`} aria-label={`Source ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  );
}
