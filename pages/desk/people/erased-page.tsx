import { href, paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import type { LeadsFile } from '../leads/leads-page.tsx';
import { Files } from './person-page.tsx';

interface ErasedProps {
  erased: number;
  files: readonly LeadsFile[];
  /** How many that lead to them are still there, and the nearest. */
  left: number;
  nextId: string | undefined;
}

/** What is left to do by hand once a person was erased. */
export function ErasedPage({ erased, files, left, nextId }: ErasedProps) {
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
      {files.length > 0 && (
        <>
          <p>
            Delete these files from your devices, also from the bin and from where you sent them: file{' '}
            {files.map(({ id }) => id).join(', ')}.
          </p>
          <Files files={files} />
        </>
      )}
      <p>
        Cloudflare can bring back its database for 30 more days (Time Travel). If you ever do that, erase this
        person again.
      </p>
    </DeskPage>
  );
}
