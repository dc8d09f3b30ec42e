import { useContext } from 'hono/jsx';
import { attributionKeys, attributionWords, campaignWords } from '../../attribution.ts';
import { AnswerTerms } from '../../components/answer-list.tsx';
import { Term } from '../../components/term.tsx';
import { stageWords } from '../../content/stages.ts';
import { londonTime } from '../../london-time.ts';
import { href, paths } from '../../paths.ts';
import type { DeskEnquiry, HistoryEntry } from '../desk-enquiry.ts';
import { DeskPage } from '../desk-page.tsx';
import { History } from '../enquiry/history.tsx';
import { FrameContext } from '../frame.ts';
import { type LeadsFile, leadsFileName } from '../leads/leads-page.tsx';
import { Older } from '../older.tsx';
import { isSurelyTheirs, type Link, linkWords } from './link.ts';

export interface Held {
  enquiry: DeskEnquiry;
  history: readonly HistoryEntry[];
  link: Link;
  /** The words that were agreed to. */
  agreedTo: string;
}

interface PersonProps {
  /** The enquiry that all of this starts from. */
  id: string;
  /** Those on this page, of so many, from that place on; and where the next page starts. */
  held: readonly Held[];
  total: number;
  from: number;
  next: number | undefined;
  files: readonly LeadsFile[];
}

/** Everything that is held about a person, to give to them, and a way to erase it. */
export function PersonPage({ id, held, total, from, next, files }: PersonProps) {
  const { session } = useContext(FrameContext);
  const address = href(paths.person, { id });
  return (
    <DeskPage title="One person">
      <h1>Everything about one person</h1>
      <p>
        All enquiries that lead to each other by email address or phone number: {total}.
        {total > held.length && ` Here are ${from + 1} to ${from + held.length}, the nearest first.`}
      </p>
      <p>
        Anybody can type somebody else’s number, and people share one. So it says beside each why it is here.
        Look whether it is theirs before you give it to them or erase it.
      </p>
      <p>
        <a href={href(paths.personData, { id })}>All of it as JSON</a>, for a program.
      </p>
      {held.map((one) => (
        <HeldEnquiry {...one} />
      ))}
      <h2>Files that hold them</h2>
      <Files files={files} />
      <h2>Erase</h2>
      <form method="post" action={href(paths.erase, { id })}>
        {held.map(({ enquiry, link }) => (
          <label class="option">
            <input
              type="checkbox"
              name="id"
              value={enquiry.id}
              checked={!session.wasOver && isSurelyTheirs(link)}
            />
            {enquiry.reference}, {londonTime(enquiry.receivedAt)}: {linkWords(link)}
          </label>
        ))}
        <p>
          Ticked are the one you came from and those with the same email address. Tick the others that are
          theirs too.
        </p>
        <p>Their answers, your notes and the history go, and cannot be brought back from here.</p>
        <button class="button" type="submit">
          Erase for good
        </button>
      </form>
      <Older address={next === undefined ? undefined : `${address}?from=${next}`} words="The next ones" />
    </DeskPage>
  );
}

function HeldEnquiry({ enquiry, history, link, agreedTo }: Held) {
  const { answers = {}, reference } = enquiry;
  return (
    <section aria-labelledby={`held-${reference}`}>
      <h2 id={`held-${reference}`}>
        <a href={href(paths.record, { id: enquiry.id })}>{reference}</a>
      </h2>
      <dl>
        <Term term="Why it is here">{linkWords(link)}</Term>
        <Term term="Stage">{stageWords(enquiry)}</Term>
        <AnswerTerms answers={answers} />
        <Term term="Agreed to">{agreedTo}</Term>
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
