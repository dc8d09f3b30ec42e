import { type SourceKey, sources } from '../../content/sources.ts';
import { href, paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';

/** How one source stands. */
export interface SourceState {
  source: SourceKey;
  statements: number;
  /** Of them compared, and the source says so. */
  compared: number;
  /** The source does not say it. */
  notSo: number;
  /** Whoever compared could not open it. */
  unopened: number;
  /** Compared nearly a year ago, or longer. */
  dueAgain: number;
  /** Something was compared that the pages no longer say in these words, and the new ones were not. */
  changed: boolean;
}

/** Every source that the pages cite, and how far the practitioner has got. */
export function EvidenceListPage({ states }: { states: readonly SourceState[] }) {
  const urgent = states.filter(needsLook);
  const others = states.filter((state) => !needsLook(state));
  return (
    <DeskPage title="Evidence" here={paths.practice}>
      <h1>Is it what the source says?</h1>
      <p>
        Open each source, and compare what your pages say on its authority. Visitors then read who compared
        it, and when. Nobody has done this for you.
      </p>
      {urgent.length > 0 && (
        <>
          <h2>Look at these first</h2>
          <Sources states={urgent} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>{urgent.length > 0 ? 'The others' : 'The sources'}, the most important first</h2>
          <Sources states={others} />
        </>
      )}
    </DeskPage>
  );
}

function Sources({ states }: { states: readonly SourceState[] }) {
  return (
    <ul class="evidence-list">
      {states.map((state) => (
        <li>
          <a href={href(paths.evidenceOf, { source: state.source })}>{sources[state.source].title}</a>,{' '}
          {sources[state.source].journal}
          <p>{stateWords(state)}</p>
        </li>
      ))}
    </ul>
  );
}

function needsLook({ notSo, unopened, dueAgain, changed }: SourceState): boolean {
  return notSo > 0 || unopened > 0 || dueAgain > 0 || changed;
}

function stateWords({ statements, compared, notSo, unopened, dueAgain, changed }: SourceState): string {
  return [
    compared === statements ? `All ${statements} compared` : `${compared} of ${statements} compared`,
    notSo > 0 && `${notSo} not what the source says`,
    unopened > 0 && `${unopened} could not be opened`,
    dueAgain > 0 && `${dueAgain} due again`,
    changed && 'the pages have new words',
  ]
    .filter(Boolean)
    .join(' · ');
}
