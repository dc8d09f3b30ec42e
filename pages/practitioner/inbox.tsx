import { answerText } from '../content/questions.ts';
import { stages } from '../content/stages.ts';
import { londonTime } from '../london-time.ts';
import type { DeskEnquiry } from './desk-enquiry.ts';
import { DeskPage } from './desk-page.tsx';
import { LeadsForm } from './leads-form.tsx';

interface InboxProps {
  enquiries: DeskEnquiry[];
  total: number;
  /** The address of the next page, when there is one. */
  older: string | undefined;
  /** The day asked for in the leads form, and what is wrong with it. */
  since: string;
  mistake: string | undefined;
  /** What the practitioner ought to know about the mails that tell of new enquiries; '' when all is well. */
  mailTrouble: string;
}

/** The list of enquiries, newest first. */
export function Inbox({ enquiries, total, older, since, mistake, mailTrouble }: InboxProps) {
  return (
    <DeskPage title={mistake ? 'Error: Inbox' : 'Inbox'}>
      <h1>Inbox</h1>
      <p>
        {total === 1 ? '1 enquiry' : `${total.toLocaleString('en-GB')} enquiries`}, newest first. London time.
      </p>
      {mailTrouble && <p class="mistake">{mailTrouble}</p>}
      {enquiries.length === 0 ? <p>Nothing here yet.</p> : <EnquiryTable enquiries={enquiries} />}
      {older && (
        <p>
          <a class="button quiet" href={older}>
            Older enquiries
          </a>
        </p>
      )}
      <LeadsForm since={since} mistake={mistake} />
    </DeskPage>
  );
}

function EnquiryTable({ enquiries }: { enquiries: DeskEnquiry[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Reply by</th>
          <th scope="col">Received</th>
          <th scope="col">Campaign</th>
          <th scope="col">Stage</th>
          <th scope="col">Reference</th>
        </tr>
      </thead>
      <tbody>
        {enquiries.map((enquiry) => (
          <tr>
            <th scope="row">
              <a href={`/desk/enquiries/${enquiry.id}`}>
                <bdi>{enquiry.answers?.name ?? `Unreadable (key ${enquiry.keyId})`}</bdi>
              </a>
            </th>
            <td>{enquiry.answers && answerText('replyBy', enquiry.answers)}</td>
            <td>
              <time datetime={enquiry.receivedAt.toISOString()}>{londonTime(enquiry.receivedAt)}</time>
            </td>
            <td>{enquiry.c ?? enquiry.utm_campaign}</td>
            <td>{stages[enquiry.stage]}</td>
            <td>{enquiry.reference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
