import { href, paths } from '../../paths.ts';
import { type CopyTodo, copyName } from '../deletions/copies.ts';
import { DeskPage } from '../desk-page.tsx';

interface ErasedProps {
  erased: number;
  /** Copies to see to, because of these or of others. */
  copies: readonly CopyTodo[];
  /** How many that lead to them are still there, and the nearest. */
  left: number;
  nextId: string | undefined;
}

/** What is left to do by hand once a person was erased. */
export function ErasedPage({ erased, copies, left, nextId }: ErasedProps) {
  return (
    <DeskPage title="Erased">
      <h1>Erased</h1>
      <p>{erased === 1 ? '1 enquiry is gone.' : `${erased} enquiries are gone.`}</p>
      {nextId && (
        <p>
          {left === 1 ? '1 that leads to them is' : `${left} that lead to them are`} still here.{' '}
          <a href={href(paths.person, { id: nextId })}>Look whether they are theirs too</a>.
        </p>
      )}
      {copies.length > 0 && (
        <>
          <p>These copies still hold them, or others who were deleted:</p>
          <ul>
            {copies.map((copy) => (
              <li>{copyName(copy)}</li>
            ))}
          </ul>
          <p>
            <a href={`${paths.deletions}#copies`}>What to do about each</a>. The desk goes on telling you
            until you say that it is done.
          </p>
        </>
      )}
      <p>
        Cloudflare can bring back its database for 30 more days (Time Travel). If you ever do that, erase this
        person again. If you bring back a backup of your own, the restore erases them again, as long as it can
        ask the database in use, or a newer backup.
      </p>
    </DeskPage>
  );
}
