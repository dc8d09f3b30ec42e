import type { SettingChange } from '../../content/setting-words.ts';

/** What was changed, from what to what. */
export function Changes({ changes }: { changes: readonly SettingChange[] }) {
  if (changes.length === 0) return <p>Nothing is different.</p>;
  return (
    <ul>
      {changes.map(({ label, before, after }) => (
        <li>
          {label}: {before} → {after}
        </li>
      ))}
    </ul>
  );
}
