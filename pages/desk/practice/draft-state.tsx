import type { FactChange } from '../../content/fact-changes.ts';
import { factLabels, factPlace } from '../../content/facts.ts';
import { href, paths, signedOut } from '../../paths.ts';
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
  /** Nothing was ever published: then all of it is new. */
  isFirst: boolean;
}

/** What the draft changes and lacks, and what can be done with it. */
export function DraftState({ changes, missing, seen, isBegun, isFirst, open }: DraftStateProps) {
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">Your draft</h2>
      <WhatChanges changes={changes} isFirst={isFirst} />
      {missing.length > 0 && (changes.length > 0 || !isFirst) && <Missing missing={missing} open={open} />}
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
          <a class="button quiet" href={paths.dropDraft}>
            Throw the draft away
          </a>
        )}
      </div>
    </section>
  );
}

function WhatChanges({ changes, isFirst }: Pick<DraftStateProps, 'changes' | 'isFirst'>) {
  if (isFirst)
    return changes.length === 0 ? (
      <p>
        Nothing is in it yet. Begin with <a href={href(paths.factGroup, { group: 'you' })}>you</a>, and go on
        below.
      </p>
    ) : (
      <p>All of it is new. It stands below.</p>
    );
  if (changes.length === 0) return <p>It is the same as what is published.</p>;
  return (
    <>
      <p>It changes this:</p>
      <Changes changes={changes} />
    </>
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
