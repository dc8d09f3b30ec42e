import { type Source, type SourceKey, sources } from '../content/sources.ts';
import { SourceName } from './references.tsx';

// Object.keys of an object whose keys are the names.
const keys = Object.keys(sources) as SourceKey[];

/** Every guideline of the register, good and bad: where it is heard, and what it says on acupuncture and long-lasting back pain. */
export function AdviceList() {
  return (
    <ul>
      {keys.map((key) => {
        const { kind, where, advice }: Source = sources[key];
        return kind === 'guideline' ? (
          <li>
            {where}: {advice} (<SourceName of={key} />)
          </li>
        ) : null;
      })}
    </ul>
  );
}
