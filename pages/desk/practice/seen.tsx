/** Names the draft, and what is published, as a page shows them. */
export interface SeenDraft {
  draft: string;
  version: number;
}

/** Tells a form's handler what its page showed, so that a page that is out of date changes nothing. */
export function Seen({ draft, version }: SeenDraft) {
  return (
    <>
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
