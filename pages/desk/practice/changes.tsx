import type { FactChange } from '../../content/fact-changes.ts';

/** What changed, one line for each fact. */
export function Changes({ changes }: { changes: readonly FactChange[] }) {
  return (
    <ul class="history changes">
      {changes.map(({ label, before, after }) => (
        <li>
          {label}: <Words of={before} word="was" none="new" />,{' '}
          <Words of={after} word="now" none="taken out" />
        </li>
      ))}
    </ul>
  );
}

function Words({ of, word, none }: { of: string | undefined; word: string; none: string }) {
  if (of === undefined) return <>{none}</>;
  return (
    <>
      {word} <q>{of}</q>
    </>
  );
}
