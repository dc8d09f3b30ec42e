import { londonDay, londonMinute, longDate } from '../../london-time.ts';
import { paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';

type NoLeadsFileProps =
  | { why: 'nothing new'; last: Date | undefined; inList: boolean }
  | { why: 'too many rows'; rows: number; most: number };

/** Why no file was made. */
export function NoLeadsFilePage(props: NoLeadsFileProps) {
  const title = props.why === 'nothing new' ? 'Nothing new' : 'Too many for a spreadsheet';
  return (
    <DeskPage title={title}>
      <h1>{title}</h1>
      <p>{props.why === 'nothing new' ? nothingSince(props) : tooMany(props)} No file was made.</p>
      <p class="buttons">
        <a class="button quiet" href={paths.inbox}>
          Open the inbox
        </a>
      </p>
    </DeskPage>
  );
}

function nothingSince({ last, inList }: { last: Date | undefined; inList: boolean }): string {
  if (!last) return 'Nothing came yet.';
  const [day, time] = [longDate(londonDay(last)), londonMinute(last).slice(-5)];
  return `Nothing ${inList ? 'in this list ' : ''}came since ${day}, ${time}, and nothing ${inList ? 'in it ' : ''}was corrected or withdrawn.`;
}

function tooMany({ rows, most }: { rows: number; most: number }): string {
  const [has, fits] = [rows, most].map((number) => number.toLocaleString('en-GB'));
  return `This list has ${has} enquiries. A spreadsheet can have ${fits}. Choose days in the inbox, so that the list is shorter, or take the CSV, which can have any number.`;
}
