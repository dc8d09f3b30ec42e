import { paths } from '../../paths.ts';
import type { ListedEnquiry } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { LeadsForm } from '../leads/leads-form.tsx';
import { EnquiryList } from '../list-of-enquiries.tsx';
import { Older } from '../older.tsx';
import { Reasons } from '../review/review-page.tsx';
import { type Filter, filterQuery } from './filter.ts';
import { type FilterCounts, Filters } from './filter-form.tsx';

interface InboxProps {
  filter: Filter;
  mistake: string | undefined;
  /** What is wrong with the reply times; '' for nothing. */
  trouble: string;
  counts: FilterCounts;
  lateAfter: number;
  enquiries: readonly ListedEnquiry[];
  /** What a search finds in Review, whatever the filters. */
  inReview: readonly ListedEnquiry[];
  /** How many the filter leaves; how many of them a search has looked at, when there is one. */
  total: number;
  searched: number | undefined;
  now: Date;
  /** Where the next page starts, when there is one. */
  before: string | undefined;
}

/** The list of enquiries, newest first. */
export function Inbox(props: InboxProps) {
  const { filter, mistake, trouble, enquiries, inReview, total, searched, now, before } = props;
  const older = before && `${paths.inbox}${filterQuery(filter, { before })}`;
  return (
    <DeskPage title={mistake ? 'Error: Inbox' : 'Inbox'} here={paths.inbox} notice={trouble}>
      <h1>Inbox</h1>
      <Filters {...props} />
      <p>
        {searched === undefined
          ? `${counted(total)}, newest first. London time.`
          : `Searched ${searched.toLocaleString('en-GB')} of ${counted(total)}, newest first.`}
      </p>
      <EnquiryList
        enquiries={enquiries}
        now={now}
        below={({ spamSignals }) =>
          spamSignals.length > 0 && (
            <>
              <p class="hint">Marked, because robots do this too:</p>
              <Reasons spamSignals={spamSignals} />
            </>
          )
        }
      />
      {inReview.length > 0 && (
        <>
          <h2>Found in Review</h2>
          <EnquiryList enquiries={inReview} now={now} />
        </>
      )}
      <Older address={older} words={searched === undefined ? 'Older enquiries' : 'Go on searching'} />
      <p>
        <a href={paths.byHand}>Enter an enquiry that came by phone or in person</a>
      </p>
      {total > 0 && <LeadsForm filter={filter} />}
    </DeskPage>
  );
}

function counted(total: number): string {
  return total === 1 ? '1 enquiry' : `${total.toLocaleString('en-GB')} enquiries`;
}
