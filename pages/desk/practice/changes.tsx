import type { FactChange } from '../../content/fact-changes.ts';

/** What changed, one line for each fact. */
export function Changes({ changes }: { changes: readonly FactChange[] }) {
  return (
    <ul class="history">
      {changes.map(({ label, before, after }) => (
        <li>
          {label}: {before === undefined ? 'new' : <del>{before}</del>}
          {before !== undefined && after !== undefined && ' →'}{' '}
          {after === undefined ? 'taken out' : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
