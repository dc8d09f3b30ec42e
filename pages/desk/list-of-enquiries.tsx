import type { Child } from 'hono/jsx';
import { campaignWords } from '../attribution.ts';
import { stageWords, waitingStages } from '../content/stages.ts';
import { londonTime, timeSince } from '../london-time.ts';
import { href, paths } from '../paths.ts';
import type { ListedEnquiry } from './desk-enquiry.ts';
import { ReplyLink } from './reply-link.tsx';

interface EnquiryListProps {
  enquiries: readonly ListedEnquiry[];
  now: Date;
  /** What stands below each, such as why it is in Review. */
  below?: (enquiry: ListedEnquiry) => Child;
}

/** Enquiries as the practitioner works through them: who, how to reply, since when. */
export function EnquiryList({ enquiries, now, below }: EnquiryListProps) {
  if (enquiries.length === 0) return <p>Nothing here.</p>;
  return (
    <ol class="enquiries">
      {enquiries.map((enquiry) => (
        <li>
          <h2>
            <a href={href(paths.record, { id: enquiry.id })}>
              <bdi>{enquiry.answers?.name ?? `Unreadable (key ${enquiry.keyId})`}</bdi>
            </a>
          </h2>
          <p class={`stage ${enquiry.stage}`}>{stageWords(enquiry)}</p>
          <p>
            <ReplyLink enquiry={enquiry} />
          </p>
          <dl class="when">
            <dt class="hidden">Received</dt>
            <dd>
              <time datetime={enquiry.receivedAt.toISOString()}>{londonTime(enquiry.receivedAt)}</time>
            </dd>
            {waitingStages.includes(enquiry.stage) && (
              <>
                <dt class="hidden">Waiting</dt>
                <dd>
                  <strong>Waiting for {timeSince(enquiry.receivedAt, now)}</strong>
                </dd>
              </>
            )}
            <dt class="hidden">Reference</dt>
            <dd>{enquiry.reference}</dd>
            {campaign(enquiry) && (
              <>
                <dt class="hidden">Campaign</dt>
                <dd>{campaignWords(campaign(enquiry))}</dd>
              </>
            )}
          </dl>
          {below?.(enquiry)}
        </li>
      ))}
    </ol>
  );
}

function campaign({ c, utm_campaign }: ListedEnquiry): string | null {
  return c ?? utm_campaign;
}
