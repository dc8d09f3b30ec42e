import type { Child } from 'hono/jsx';
import type { FactChange } from '../../content/fact-changes.ts';
import { factLabels, factPlace } from '../../content/facts.ts';
import { londonTime } from '../../london-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';
import { Changes } from './changes.tsx';
import { FactsOverview, type FactsOverviewProps } from './facts-overview.tsx';
import { PreviewLinks } from './preview-links.tsx';

export interface PracticePageProps extends FactsOverviewProps {
  published: { at: Date; by: string } | undefined;
  open: boolean;
  /** What the draft changes. */
  changes: readonly FactChange[];
  /** Required facts that the draft lacks. */
  missing: readonly (keyof typeof factLabels)[];
  /** Names the draft, and what is published, as this page shows them. */
  seen: { draft: string; version: number };
  /** There is a draft, even if it changes nothing. */
  isBegun: boolean;
  /** Why something was not done. */
  problem?: Child;
}

/** What is published about the practice, what the draft changes, and what is missing. */
export function PracticePage({ problem, ...page }: PracticePageProps) {
  return (
    <DeskPage title={problem ? 'Error: Your practice' : 'Your practice'} here={paths.practice}>
      {problem && (
        <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
          <h2 id="summary">There is a problem</h2>
          {problem}
        </div>
      )}
      <h1>Your practice</h1>
      <p>{publishedWords(page)}</p>
      <ul class="chips">
        {Object.entries(places).map(([path, words]) => (
          <li>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
      <DraftState {...page} />
      <FactsOverview draft={page.draft} />
      <PreviewLinks />
    </DeskPage>
  );
}

const places = {
  [paths.settings]: 'Settings',
  [paths.evidenceChecks]: 'Evidence',
  [paths.opening]: 'Opening',
  [paths.practiceHistory]: 'History',
};

function publishedWords({ published, open }: Omit<PracticePageProps, 'problem'>): string {
  const seenBy = open ? 'Visitors see it.' : 'The site is shut, so visitors do not see it yet.';
  if (!published) return 'Nothing is published yet. What you type is a draft, and nobody else sees it.';
  return `Last published on ${londonTime(published.at)} (London) by ${published.by}. ${seenBy}`;
}

function DraftState({ changes, missing, seen, isBegun, open }: Omit<PracticePageProps, 'problem'>) {
  return (
    <section aria-labelledby="draft">
      <h2 id="draft">Your draft</h2>
      {changes.length === 0 ? (
        <p>It is the same as what is published.</p>
      ) : (
        <>
          <p>It changes this:</p>
          <Changes changes={changes} />
        </>
      )}
      {missing.length > 0 && <Missing missing={missing} open={open} />}
      {changes.length > 0 && <SignedIn />}
      <div class="buttons">
        {changes.length > 0 && (
          <form method="post" action={`${paths.publish}?${signedOut}`}>
            <Seen {...seen} />
            <button class="button" type="submit">
              Publish
            </button>
          </form>
        )}
        {isBegun && (
          <form method="post" action={`${paths.dropDraft}?${signedOut}`}>
            <Seen {...seen} />
            <button class="button quiet" type="submit">
              Give the draft up
            </button>
          </form>
        )}
      </div>
    </section>
  );
}

function Seen({ draft, version }: PracticePageProps['seen']) {
  return (
    <>
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Missing({ missing, open }: Pick<PracticePageProps, 'missing' | 'open'>) {
  return (
    <>
      <p>
        {open
          ? 'Still missing. Your site is open, so it cannot be published without:'
          : 'Still missing. You can publish without it, but the site cannot open:'}
      </p>
      <ul>
        {missing.map((name) => (
          <li>
            <a href={factPlace(name)}>{factLabels[name]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
