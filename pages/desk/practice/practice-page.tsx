import type { Child } from 'hono/jsx';
import { ProblemSummary } from '../../components/problem-summary.tsx';
import { londonTime } from '../../london-time.ts';
import { paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { DraftState, type DraftStateProps } from './draft-state.tsx';
import { FactsOverview, type FactsOverviewProps } from './facts-overview.tsx';
import { PreviewLinks } from './preview-links.tsx';

interface PracticePageProps extends FactsOverviewProps, DraftStateProps {
  published: { at: Date; by: string } | undefined;
  /** Why something was not done. */
  problem?: Child;
}

/** What is published about the practice, what the draft changes, and what is missing. */
export function PracticePage({ problem, ...page }: PracticePageProps) {
  return (
    <DeskPage title={problem ? 'Error: Your practice' : 'Your practice'} here={paths.practice}>
      {problem && <ProblemSummary>{problem}</ProblemSummary>}
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

function publishedWords({ published, open }: Pick<PracticePageProps, 'published' | 'open'>): string {
  const seenBy = open ? 'Visitors see it.' : 'The site is shut, so visitors do not see it yet.';
  if (!published) return 'Nothing is published yet. What you type is a draft, and nobody else sees it.';
  return `Last published on ${londonTime(published.at)} (London) by ${published.by}. ${seenBy}`;
}
