import { help } from '../content/help.ts';
import type { SourceKey } from '../content/sources.ts';
import { ClaimAlone } from './prose.tsx';

/** When to get medical help instead: calm, whole, and never folded away. */
export function GetHelp({ references = [] }: { references?: readonly SourceKey[] }) {
  return (
    <section class="help" id="help" aria-labelledby="help-heading">
      <h2 id="help-heading">When to get medical help instead</h2>
      <p>Nobody watches this site all day, so please do not wait for my reply.</p>
      {help.map((step) => (
        <div>
          <ClaimAlone claim={step.claim} references={references} />
          {'call' in step && (
            <a class="button quiet" href={`tel:${step.call}`}>
              Call&nbsp;{step.call}
            </a>
          )}
        </div>
      ))}
    </section>
  );
}
