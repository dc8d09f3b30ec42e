import { Hidden } from '../hidden.tsx';

/** Names the draft, and what is published, as a page shows them. */
export interface SeenDraft {
  draft: string;
  version: number;
}

/** Tells a form's handler what its page showed, so that a page that is out of date changes nothing. */
export function Seen({ draft, version }: SeenDraft) {
  return (
    <>
      <Hidden name="draft" value={draft} />
      <Hidden name="version" value={version} />
    </>
  );
}
