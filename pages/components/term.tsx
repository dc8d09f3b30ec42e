import type { Child } from 'hono/jsx';

/** A term with what it stands for, in a `<dl>`. */
export function Term({ term, children }: { term: string; children: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
