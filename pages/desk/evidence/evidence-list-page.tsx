import { type SourceKey, sources } from '../../content/sources.ts';
import { href, paths } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';

interface State {
  source: SourceKey;
  statements: number;
  compared: number;
  notSo: number;
  dueAgain: number;
}

/** Every source that the pages cite, and how far the practitioner has got. */
export function EvidenceListPage({ states }: { states: readonly State[] }) {
  return (
    <DeskPage title="Evidence" here={paths.practice}>
      <h1>Is it what the source says?</h1>
      <p>
        Open each source, and compare what your pages say on its authority. Visitors then read who compared
        it, and when. Nobody has done this for you.
      </p>
      <ol class="evidence-list">
        {states.map((state) => (
          <li>
            <a href={href(paths.evidenceOf, { source: state.source })}>{sources[state.source].title}</a>
            <p>{stateWords(state)}</p>
          </li>
        ))}
      </ol>
    </DeskPage>
  );
}

function stateWords({ statements, compared, notSo, dueAgain }: State): string {
  return [
    compared === statements ? `All ${statements} compared` : `${compared} of ${statements} compared`,
    notSo > 0 && `${notSo} not what the source says`,
    dueAgain > 0 && `${dueAgain} due again`,
  ]
    .filter(Boolean)
    .join(' · ');
}
