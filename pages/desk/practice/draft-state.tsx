import type { FactChange } from '../../content/fact-changes.ts';
import { factLabels, factPlace } from '../../content/facts.ts';
import { paths, signedOut } from '../../paths.ts';
import { SignedIn } from '../session.tsx';
import { Changes } from './changes.tsx';
import { Seen, type SeenDraft } from './seen.tsx';

export interface DraftStateProps {
  /** Whether visitors get the site. */
  open: boolean;
  /** What the draft changes. */
  changes: readonly FactChange[];
  /** Required facts that the draft lacks. */
  missing: readonly (keyof typeof factLabels)[];
  seen: SeenDraft;
  /** There is a draft, even if it changes nothing. */
  isBegun: boolean;
}

/** What the draft changes and lacks, and what can be done with it. */
export function DraftState({ changes, missing, seen, isBegun, open }: DraftStateProps) {
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">Your draft</h2>
      {changes.length === 0 ? (
        <p>It is the same as what is published.</p>
      ) : (
        <>
          <p>It changes this:</p>
          <Changes changes={changes} />
        </>
      )}
      {missing.length > 0 && <Missing missing={missing} open={open} />}
      {changes.length > 0 && <SignedIn />}
      <div class="buttons">
        {changes.length > 0 && (
          <form method="post" action={`${paths.publish}?${signedOut}`}>
            <Seen {...seen} />
            <button class="button" type="submit">
              Publish
            </button>
          </form>
        )}
        {isBegun && (
          <p>
            <a href={paths.dropDraft}>Throw the draft away</a>
          </p>
        )}
      </div>
    </section>
  );
}

function Missing({ missing, open }: Pick<DraftStateProps, 'missing' | 'open'>) {
  return (
    <>
      <p>
        {open
          ? 'Still missing. Your site is open, so it cannot be published without:'
          : 'Still missing. You can publish without it, but the site cannot open:'}
      </p>
      <ul>
        {missing.map((name) => (
          <li>
            <a href={factPlace(name)}>{factLabels[name]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
