import { insert } from '../../scripts/d1.ts';
import { fixtureFacts } from '../fixtures/practice.ts';

/** SQL: as if the practitioner had published these facts at the desk, and opened the site or shut it. */
export function publishedRows(facts: object = fixtureFacts, open = true): string {
  const row = (kind: string, content: object) =>
    insert('practice_versions', {
      kind,
      content: JSON.stringify(content),
      at: Date.now(),
      by: 'me@practice.co.uk',
    });
  return `${row('facts', facts)}; ${row('door', { open })}`;
}
