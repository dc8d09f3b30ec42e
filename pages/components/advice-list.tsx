import { type Source, sources } from '../content/sources.ts';
import { sourceName } from './references.tsx';

/** Every guideline of the register, good and bad: where it is heard, and what it says on acupuncture and long-lasting back pain. */
export function AdviceList() {
  return (
    <ul>
      {Object.values(sources).map((source: Source) =>
        source.kind === 'guideline' ? (
          <li>
            {source.where}: {source.advice} ({sourceName(source)})
          </li>
        ) : null,
      )}
    </ul>
  );
}
