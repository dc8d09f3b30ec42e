import { paths, signedOut } from '../../paths.ts';
import { Hidden } from '../hidden.tsx';
import { type Filter, filterQuery } from '../inbox/filter.ts';

/** Asks for the list on the screen as a file. */
export function LeadsForm({ filter }: { filter: Filter }) {
  return (
    <form class="leads" method="post" action={`${paths.leads}?${signedOut}`}>
      <h2>Leads file</h2>
      <p>
        {filterQuery(filter) ? 'The enquiries of the list above' : 'Every enquiry of the inbox'}. Contacts has
        no messages. Whoever took their consent back is in neither.{' '}
        <a href={paths.leads}>Files made so far</a>
      </p>
      <Hidden name="filter" value={filterQuery(filter)} />
      <fieldset>
        <legend>What is the file for?</legend>
        <label class="option">
          <input type="radio" name="format" value="xlsx" checked />
          To open in Excel: take the spreadsheet (.xlsx). Every cell opens as text, unchanged
        </label>
        <label class="option">
          <input type="radio" name="format" value="csv" />
          For import into another program: take the CSV. Opened in Excel, long numbers, dates, 007, 1e5 and
          TRUE change
        </label>
      </fieldset>
      <label class="option">
        <input type="checkbox" name="since" value="last" />
        Only what came, or was corrected or withdrawn, since my last file of that kind
      </label>
      <p class="buttons">
        <button class="button" type="submit" name="kind" value="full">
          Download leads: full
        </button>
        <button class="button quiet" type="submit" name="kind" value="contacts">
          Download leads: contacts
        </button>
      </p>
    </form>
  );
}
