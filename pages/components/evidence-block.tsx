import type { Evidence } from '../content/evidence.ts';
import { type SourceKey, sources } from '../content/sources.ts';
import { Pieces, Prose } from './prose.tsx';
import { SourceName } from './references.tsx';
import { Term } from './term.tsx';

/** What one body found: the good and the bad in the same parts and the same size. */
export function EvidenceBlock(props: { evidence: Evidence; references: readonly SourceKey[] }) {
  const { evidence, references } = props;
  return (
    <article>
      <h3>{evidence.name}</h3>
      <dl>
        <Term term="What was found">
          <Prose blocks={evidence.found} references={references} />
        </Term>
        <Term term="How sure">
          <Prose blocks={evidence.sure} references={references} />
        </Term>
        <Term term="The limit">
          <Pieces pieces={evidence.limit} references={references} />
        </Term>
        <div>
          <dt>Year and link</dt>
          {evidence.readAt.map((key) => (
            <dd>
              <a href={sources[key].url}>
                <SourceName of={key} />
              </a>
            </dd>
          ))}
        </div>
      </dl>
    </article>
  );
}
