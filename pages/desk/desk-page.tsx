import { type Child, useContext } from 'hono/jsx';
import { alarms, type OpenAlarm } from '../content/alarms.ts';
import { Document } from '../document.tsx';
import { londonTime } from '../london-time.ts';
import { href, paths } from '../paths.ts';
import { practiceName, usePractice } from '../practice.ts';
import { FrameContext } from './frame.ts';
import { SignedOut } from './session.tsx';

const places = {
  [paths.inbox]: 'Inbox',
  [paths.review]: 'Review',
  [paths.figures]: 'Figures',
  [paths.leads]: 'Leads',
  [paths.deletions]: 'Deletions',
  [paths.replyTime]: 'Reply time',
  [paths.practice]: 'Practice',
  [paths.status]: 'Status',
} as const;

interface DeskPageProps {
  title: string;
  /** What this page alone has to tell. */
  notice?: string | undefined;
  /** The place of the navigation that this page is. */
  here?: keyof typeof places;
  children: Child;
}

/** The frame of every page at the desk. */
export function DeskPage({ title, here, notice, children }: DeskPageProps) {
  const frame = useContext(FrameContext);
  const notices = notice ? [...frame.notices, notice] : frame.notices;
  return (
    <BareDeskPage
      title={title}
      navigation={
        <nav aria-label="Desk">
          <ul>
            {Object.entries(places).map(([path, name]) => (
              <li>
                <a href={path} aria-current={path === here ? 'page' : undefined}>
                  {name}
                  {name === 'Review' && frame.inReview > 0 && ` (${frame.inReview})`}
                  {name === 'Deletions' && frame.leaving > 0 && ` (${frame.leaving})`}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      {frame.session.wasOver && <SignedOut />}
      {frame.missingToOpen !== undefined && <NotOpenYet missing={frame.missingToOpen} />}
      <Alarms open={frame.alarms} />
      {notices.map((notice) => (
        <p class="mistake">{notice}</p>
      ))}
      {frame.copies > 0 && (
        <p class="hint">
          {frame.copies === 1
            ? '1 copy outside of the site is to be seen to.'
            : `${frame.copies} copies outside of the site are to be seen to.`}{' '}
          <a href={`${paths.deletions}#copies`}>Deletions</a>
        </p>
      )}
      {frame.todos.map(({ words, where }) => (
        <p class="hint">
          {words} <a href={where}>Have a look</a>
        </p>
      ))}
      {children}
      {frame.session.until && (
        <p>
          <a href={paths.signOut}>Sign out</a>
        </p>
      )}
    </BareDeskPage>
  );
}

/** The frame without what only the practitioner may know. */
export function BareDeskPage(props: { title: string; navigation?: Child; children: Child }) {
  const { title, navigation, children } = props;
  const { facts } = usePractice();
  return (
    <Document title={`${title} – ${practiceName(facts)} desk`} sheets={['form', 'figures', 'desk']}>
      <header class="banner">
        <a href={paths.inbox}>
          <span>
            <strong>{practiceName(facts)}</strong> desk
          </span>
        </a>
        {navigation}
      </header>
      <main class="desk" id="main" tabindex={-1}>
        {children}
      </main>
    </Document>
  );
}

function NotOpenYet({ missing }: { missing: number }) {
  const words = [
    'nothing is missing, so you can open it.',
    '1 thing is missing.',
    `${missing} things are missing.`,
  ];
  return (
    <section class="summary" aria-labelledby="not-open">
      <h2 id="not-open">Your site is not open yet</h2>
      <p>Visitors read “opens soon”: {words[Math.min(missing, 2)]}</p>
      <p>
        <a class="button" href={paths.opening}>
          {missing === 0 ? 'Open it' : 'See what is missing'}
        </a>
      </p>
    </section>
  );
}

function Alarms({ open }: { open: readonly OpenAlarm[] }) {
  return (
    <>
      {open.map(({ kind, detail, openSince }) => (
        <section class="summary" aria-labelledby={`alarm-${kind}`}>
          <h2 id={`alarm-${kind}`}>{alarms[kind].title(detail)}</h2>
          <p>Since {londonTime(openSince)}.</p>
          <p>{alarms[kind].todo}</p>
          <form method="post" action={href(paths.endAlarm, { kind })}>
            <button class="button quiet" type="submit">
              I have seen to it
            </button>
          </form>
        </section>
      ))}
    </>
  );
}
