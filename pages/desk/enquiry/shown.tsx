interface ShownProps {
  title: string;
  version: string | null;
  wordings: ReadonlyMap<string, string>;
}

/** Words as a visitor was shown them, folded away. */
export function Shown({ title, version, wordings }: ShownProps) {
  if (!version) return null;
  return (
    <details>
      <summary>{title}</summary>
      <p class="typed">
        {wordings.get(version) ?? 'Its words are not stored yet: look again in five minutes.'}
      </p>
      <p class="when">Version {version}</p>
    </details>
  );
}
