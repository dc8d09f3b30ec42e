import type { Child } from 'hono/jsx';
import { alarms, type OpenAlarm } from '../content/alarms.ts';
import { practice } from '../content/practice.ts';
import { Document } from '../document.tsx';
import { londonTime } from '../london-time.ts';
import { SignedOut } from './session.tsx';

/** What every page of the desk shows around its own content. */
export interface Frame {
  /** Enquiries in Review. */
  inReview: number;
  /** Enquiries that will soon be deleted. */
  leaving: number;
  alarms: readonly OpenAlarm[];
  /** What the practitioner ought to know, such as mails that have not gone out. */
  notices: readonly string[];
  session: Session;
}

/** What a page needs to know about the practitioner's session with Cloudflare Access. */
export interface Session {
  /** When it ends; undefined where nobody says, as under `npm start`. */
  until: Date | undefined;
  /** In less than half an hour. */
  endsSoon: boolean;
  /** It had ended while a form was open, and the form was not received. */
  wasOver: boolean;
  /** The address that ends it and begins another. */
  signInAgain: string;
}

/** A frame that needs no database. */
export const emptyFrame: Frame = {
  inReview: 0,
  leaving: 0,
  alarms: [],
  notices: [],
  session: { until: undefined, endsSoon: false, wasOver: false, signInAgain: '/desk' },
};

const places = {
  '/desk': 'Inbox',
  '/desk/review': 'Review',
  '/desk/figures': 'Figures',
  '/desk/exports': 'Exports',
  '/desk/deletions': 'Deletions',
  '/desk/promise': 'Promise',
  '/desk/status': 'Status',
} as const;

interface DeskPageProps {
  title: string;
  frame: Frame;
  /** The place of the navigation that this page is. */
  here?: keyof typeof places;
  children: Child;
}

/** The frame of every page at the desk. */
export function DeskPage({ title, frame, here, children }: DeskPageProps) {
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
      <Alarms open={frame.alarms} />
      {frame.notices.map((notice) => (
        <p class="mistake">{notice}</p>
      ))}
      {children}
    </BareDeskPage>
  );
}

/** The frame without what only the practitioner may know. */
export function BareDeskPage(props: { title: string; navigation?: Child; children: Child }) {
  const { title, navigation, children } = props;
  return (
    <Document title={`${title} – ${practice.name} desk`} sheets={['form', 'figures', 'desk']}>
      <header class="banner">
        <a href="/desk">
          <strong>{practice.name}</strong> desk
        </a>
        {navigation}
      </header>
      <main class="desk" id="main" tabindex={-1}>
        {children}
      </main>
    </Document>
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
          <form method="post" action={`/desk/alarms/${kind}/end`}>
            <button class="button quiet" type="submit">
              I have seen to it
            </button>
          </form>
        </section>
      ))}
    </>
  );
}
