import { ProblemSummary } from '../../components/problem-summary.tsx';
import type { FactChange } from '../../content/fact-changes.ts';
import { londonTime } from '../../london-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { Changes } from './changes.tsx';

export interface PastVersion {
  version: number;
  at: Date;
  by: string;
  /** When the version that it went back to was published. */
  backTo: Date | undefined;
  changes: readonly FactChange[];
}

interface HistoryPageProps {
  /** The newest first. */
  versions: readonly PastVersion[];
  hasDraft: boolean;
  problem?: string | undefined;
}

/** What was published about the practice, when and by whom, and a way back to each of it. */
export function PracticeHistoryPage({ versions, hasDraft, problem }: HistoryPageProps) {
  const newest = versions[0]?.version ?? 0;
  return (
    <DeskPage title={problem ? 'Error: History' : 'History of your practice'} here={paths.practice}>
      {problem && (
        <ProblemSummary>
          <p>{problem}</p>
        </ProblemSummary>
      )}
      <h1>What you have published</h1>
      <p>
        {versions.length === 0
          ? 'Nothing yet.'
          : 'The newest first. Going back publishes the old state once more, as a new one: nothing is lost.'}{' '}
        <a href={paths.practice}>Back to your practice</a>
      </p>
      {hasDraft && versions.length > 1 && (
        <p>You have a draft. When you go back, what it changes stays in it, and is still not published.</p>
      )}
      {versions.map((one) => (
        <section>
          <h2>
            {londonTime(one.at)} <span class="hint">(number {one.version})</span>
          </h2>
          <p class="when">
            {one.version === newest && 'Published now. '}By {one.by}.
            {one.backTo && ` Back to what was published on ${londonTime(one.backTo)}.`}
          </p>
          {one.changes.length === 0 ? <p>No fact changed.</p> : <Changes changes={one.changes} />}
          {one.version !== newest && (
            <form method="post" action={`${paths.practiceHistory}?${signedOut}`}>
              <Hidden name="newest" value={newest} />
              <button class="button quiet" type="submit" name="version" value={one.version}>
                Go back to this one
                <span class="hidden">
                  : number {one.version}, of {londonTime(one.at)}
                </span>
              </button>
            </form>
          )}
        </section>
      ))}
    </DeskPage>
  );
}
