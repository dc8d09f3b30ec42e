import type { DeskEnquiry } from './desk-enquiry.ts';
import { DeskPage, type Frame } from './desk-page.tsx';
import { EnquiryList } from './enquiry-list.tsx';
import { LeadsForm } from './leads-form.tsx';
import { Older } from './older.tsx';

interface InboxProps {
  frame: Frame;
  enquiries: readonly DeskEnquiry[];
  total: number;
  now: Date;
  /** The address of the next page, when there is one. */
  older: string | undefined;
  /** The day asked for in the leads form, and what is wrong with it. */
  since: string;
  mistake: string | undefined;
}

/** The list of enquiries, newest first. */
export function Inbox({ frame, enquiries, total, now, older, since, mistake }: InboxProps) {
  return (
    <DeskPage title={mistake ? 'Error: Inbox' : 'Inbox'} frame={frame} here="/desk">
      <h1>Inbox</h1>
      <p>
        {total === 1 ? '1 enquiry' : `${total.toLocaleString('en-GB')} enquiries`}, newest first. London time.
      </p>
      <EnquiryList enquiries={enquiries} now={now} />
      <Older address={older} />
      <LeadsForm since={since} mistake={mistake} />
    </DeskPage>
  );
}
