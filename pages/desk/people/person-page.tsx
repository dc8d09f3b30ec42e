import { useContext } from 'hono/jsx';
import { attributionKeys, attributionWords, campaignWords } from '../../attribution.ts';
import { AnswerTerms } from '../../components/answer-list.tsx';
import { Term } from '../../components/term.tsx';
import { consents } from '../../content/consent.ts';
import { stageWords } from '../../content/stages.ts';
import { londonTime } from '../../london-time.ts';
import { href, paths } from '../../paths.ts';
import type { DeskEnquiry, HistoryEntry } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { History } from '../enquiry/history.tsx';
import { FrameContext } from '../frame.ts';
import { type LeadsFile, leadsFileName } from '../leads/leads-page.tsx';

export interface Held {
  enquiry: DeskEnquiry;
  history: readonly HistoryEntry[];
}

interface PersonProps {
  held: readonly Held[];
  files: readonly LeadsFile[];
}

/** Everything that is held about a person, to give to them, and a way to erase it. */
export function PersonPage({ held, files }: PersonProps) {
  const { session } = useContext(FrameContext);
  const id = held[0]?.enquiry.id ?? '';
  return (
    <DeskPage title="One person">
      <h1>Everything about one person</h1>
      <p>
        All enquiries with the same email address or phone number.{' '}
        <a href={href(paths.personData, { id })}>The same as JSON</a>, to give to them.
      </p>
      {held.map((one) => (
        <HeldEnquiry {...one} />
      ))}
      <h2>Files that hold them</h2>
      <Files files={files} />
      <h2>Erase</h2>
      <form method="post" action={href(paths.erase, { id })}>
        {held.map(({ enquiry }) => (
          <label class="option">
            <input type="checkbox" name="id" value={enquiry.id} checked={!session.wasOver} />
            {enquiry.reference}, {londonTime(enquiry.receivedAt)}
          </label>
        ))}
        <p>Their answers, your notes and the history go, and cannot be brought back from here.</p>
        <button class="button" type="submit">
          Erase for good
        </button>
      </form>
    </DeskPage>
  );
}

function HeldEnquiry({ enquiry, history }: Held) {
  const { answers = {}, reference } = enquiry;
  return (
    <section aria-labelledby={`held-${reference}`}>
      <h2 id={`held-${reference}`}>
        <a href={href(paths.record, { id: enquiry.id })}>{reference}</a>
      </h2>
      <dl>
        <Term term="Stage">{stageWords(enquiry)}</Term>
        <AnswerTerms answers={answers} />
        <Term term="Agreed to">{consents[enquiry.consentVersion]}</Term>
        {attributionKeys.map(
          (key) => enquiry[key] && <Term term={attributionWords[key]}>{campaignWords(enquiry[key])}</Term>,
        )}
      </dl>
      <History enquiry={enquiry} history={history} />
    </section>
  );
}

function Files({ files }: { files: readonly LeadsFile[] }) {
  if (files.length === 0) return <p>None that this site made.</p>;
  return (
    <ul>
      {files.map((one) => (
        <li>{leadsFileName(one)}</li>
      ))}
    </ul>
  );
}

interface ErasedProps {
  erased: number;
  files: readonly LeadsFile[];
}

/** What is left to do by hand once a person was erased. */
export function ErasedPage({ erased, files }: ErasedProps) {
  return (
    <DeskPage title="Erased">
      <h1>Erased</h1>
      <p>{erased === 1 ? '1 enquiry is gone.' : `${erased} enquiries are gone.`}</p>
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
