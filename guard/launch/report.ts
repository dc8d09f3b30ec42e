import type { OpenPoint } from './open-points.ts';

/** The open points as a person reads them; the last line counts them. */
export function launchReport(groups: ReadonlyMap<string, readonly OpenPoint[]>): string {
  const open = [...groups].filter(([, points]) => points.length > 0);
  const count = open.reduce((sum, [, points]) => sum + points.length, 0);
  const parts = open.map(([heading, points]) =>
    [heading, ...points.map(({ words, where }) => `  - ${words}\n      ${where}`)].join('\n'),
  );
  return [...parts, summary(count)].join('\n\n');
}

function summary(count: number): string {
  if (count === 0) return 'Nothing is open: the site may go live.';
  return `${count} ${count === 1 ? 'point is' : 'points are'} open: the site must not go live yet.`;
}
