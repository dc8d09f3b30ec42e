import type { eraWords } from '../../content/retention-eras.ts';
import { paths } from '../../paths.ts';
import type { ListedEnquiry } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { ExtendForm } from '../enquiry/moves.tsx';
import { EnquiryList } from '../list-of-enquiries.tsx';
import { SignedIn } from '../session.tsx';
import { CopyList } from './copy-list.tsx';

interface DeletionsProps {
  /** Outside of the site, with somebody in them who was deleted here. */
  copies: Parameters<typeof CopyList>[0];
  enquiries: readonly ListedEnquiry[];
  now: Date;
  /** In how many days at the latest the enquiries on this page are deleted. */
  days: number;
  /** How long enquiries are stored, in words, for each time of receipt. */
  eras: ReturnType<typeof eraWords>;
  /** What is going to change about that. */
  coming: string;
}

/** What will be deleted soon, and a way to store it for longer. */
export function DeletionsPage({ copies, enquiries, now, days, eras, coming }: DeletionsProps) {
  return (
    <DeskPage title="Deletions" here={paths.deletions}>
      <h1>Deletions</h1>
      <SignedIn />
      <CopyList {...copies} />
      <h2>Soon deleted</h2>
      {eras.map(({ about, rules }) => (
        <>
          {about && <h3>{about}</h3>}
          <ul>
            {rules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </>
      ))}
      {coming && <p>{coming}</p>}
      <p>
        These will be deleted within {days} days, with their notes. Your figures go on counting them. To store
        one for as long again, say why.
      </p>
      <EnquiryList enquiries={enquiries} now={now} below={(enquiry) => <ExtendForm enquiry={enquiry} />} />
    </DeskPage>
  );
}
