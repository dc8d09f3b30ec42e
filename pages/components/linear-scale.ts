import { nice, ticks } from 'd3-array';

/** Where a number stands on an axis, in user units. */
export interface LinearScale {
  (value: number): number;
  /** About that many round numbers within the axis. */
  ticks: (count: number) => number[];
}

/** `about` widens the axis to round numbers, as for about that many ticks. */
export function linearScale(
  domain: readonly [number, number],
  [start, end]: readonly [number, number],
  about?: number,
): LinearScale {
  const [from, to] = about === undefined ? domain : nice(...domain, about);
  function place(value: number) {
    const share = (value - from) / (to - from);
    return start * (1 - share) + end * share;
  }
  return Object.assign(place, { ticks: (count: number) => ticks(from, to, count) });
}
