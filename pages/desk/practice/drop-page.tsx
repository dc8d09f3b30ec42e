import type { FactChange } from '../../content/fact-changes.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';
import { Changes } from './changes.tsx';
import { Seen, type SeenDraft } from './seen.tsx';

interface DropPageProps {
  /** What the draft changes. */
  changes: readonly FactChange[];
  seen: SeenDraft;
}

/** Asks once more, with all that would be gone. */
export function DropPage({ changes, seen }: DropPageProps) {
  return (
    <DeskPage title="Throw your draft away?" here={paths.practice}>
      <h1>Throw your draft away?</h1>
      {changes.length === 0 ? (
        <p>It is the same as what is published, so nothing is lost.</p>
      ) : (
        <>
          <p>This would be gone for good. What is published stays as it is.</p>
          <Changes changes={changes} />
        </>
      )}
      <SignedIn />
      <form class="buttons" method="post" action={`${paths.dropDraft}?${signedOut}`}>
        <Seen {...seen} />
        <button class="button quiet" type="submit">
          Yes, throw it away
        </button>
        <a class="button quiet" href={paths.practice}>
          No, go on with it
        </a>
      </form>
    </DeskPage>
  );
}
