import { Term } from '../../components/term.tsx';
import { londonDay, londonTime } from '../../london-time.ts';
import { paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { aSearch } from '../inbox/filter.ts';
import { Older } from '../older.tsx';

/** One file of enquiries that left the desk. */
export interface LeadsFile {
  id: number;
  at: Date;
  by: string;
  kind: 'full' | 'contacts';
  format: 'csv' | 'xlsx';
  filter: string;
  rows: number;
  schemaVersion: number;
  state: 'started' | 'finished' | 'failed';
  sha256: string | null;
}

/** "leads-12-full-2026-11-23-320-rows.csv": by it a file on somebody's computer is known again. */
export function leadsFileName({
  id,
  kind,
  format,
  at,
  rows,
}: Pick<LeadsFile, 'id' | 'kind' | 'format' | 'at' | 'rows'>) {
  return `leads-${id}-${kind}-${londonDay(at)}-${rows}-rows.${format}`;
}

interface LeadsPageProps {
  files: readonly LeadsFile[];
  older: string | undefined;
  /** After how many months an entry may be thinned. */
  months: number;
}

/** The register: which files exist somewhere, and what is in them. */
export function LeadsPage({ files, older, months }: LeadsPageProps) {
  return (
    <DeskPage title="Leads files" here={paths.leads}>
      <h1>Leads files</h1>
      <p>
        Every file of enquiries that was made, newest first. A file’s number is in its name. Make one at the
        end of the <a href={paths.inbox}>inbox</a>.
      </p>
      <p>
        This list knows who is in which file, so that you can be told which files to delete. A file older than{' '}
        {months} months may hold only people who are no longer stored here. Then the list forgets who was in
        it. If a program fetched it, the whole entry goes.
      </p>
      {files.length === 0 && <p>Nothing here.</p>}
      {files.map((one) => (
        <section class="leads-file" aria-labelledby={`file-${one.id}`}>
          <h2 id={`file-${one.id}`}>
            {one.id}: {one.kind === 'full' ? 'Full' : 'Contacts'}
            {one.format === 'xlsx' && ', spreadsheet'}
          </h2>
          <dl>
            <Term term="Made">
              {londonTime(one.at)} by {one.by}
            </Term>
            <Term term="Enquiries">
              {one.rows.toLocaleString('en-GB')}
              {one.filter ? (
                <>
                  , of the list {one.filter.endsWith(aSearch) ? 'of a search in ' : ''}
                  <a href={`${paths.inbox}${one.filter}`}>{one.filter}</a>
                </>
              ) : (
                ', all of the inbox'
              )}
            </Term>
            <Term term="State">{states[one.state]}</Term>
          </dl>
          <details>
            <summary>For your helper</summary>
            <dl>
              <Term term="Schema version">{one.schemaVersion}</Term>
              {one.sha256 && (
                <Term term="SHA-256">
                  <code>{one.sha256}</code>
                </Term>
              )}
            </dl>
          </details>
        </section>
      ))}
      <Older address={older} words="Older files" />
    </DeskPage>
  );
}

const states = {
  started: 'Not finished: the file is being made, or was cut off',
  finished: 'Finished',
  failed: 'Failed: the file is not whole, do not use it',
} satisfies Record<LeadsFile['state'], string>;
