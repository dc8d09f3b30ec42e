import type { OpeningPoint } from '../pages/desk/opening/opening-page.tsx';

export interface OpeningAnswer {
  open: boolean;
  missing: readonly Pick<OpeningPoint, 'words' | 'where'>[];
}

/** What a site is missing, as a person reads it on a terminal; the last line counts it. `site` is its origin, if it has one. */
export function openingReport({ open, missing }: OpeningAnswer, site = ''): string {
  const points = missing.map(({ words, where }, place) => `${place + 1}. ${words}\n   ${site}${where}`);
  return [...points, summary(open, missing.length)].join('\n');
}

function summary(open: boolean, count: number): string {
  const state = open ? 'The site is open' : 'The site is shut';
  if (count === 0)
    return open ? `${state}. Nothing is missing.` : `${state}. Nothing is missing: it may open.`;
  const points = count === 1 ? '1 point is missing' : `${count} points are missing`;
  return open ? `${state}, and stays so. ${points}.` : `${state}. ${points} before it may open.`;
}
