import type { OpenPoint } from './open-point.ts';

/** The open points as a person reads them; the last line counts them. */
export function launchReport(groups: ReadonlyMap<string, readonly OpenPoint[]>): string {
  const open = [...groups].filter(([, points]) => points.length > 0);
  const points = open.flatMap(([, some]) => some);
  const later = points.filter((point) => point.later).length;
  const parts = open.map(([heading, points]) =>
    [
      heading,
      ...points.map(({ words, where, later }) => `  - ${words}${later ? ' (in time)' : ''}\n      ${where}`),
    ].join('\n'),
  );
  return [...parts, summary(points.length - later, later)].join('\n\n');
}

function summary(count: number, later: number): string {
  const soon = later > 0 ? ` ${later} to be settled in time.` : '';
  if (count === 0) return `Nothing is open: the site may go live.${soon}`;
  return `${count} ${count === 1 ? 'point is' : 'points are'} open: the site must not go live yet.${soon}`;
}
