import type { Load } from './load.ts';
import { type Measure, median } from './measure.ts';

/** One round of the site, of a bare Worker, and of the site as it was before when that is asked for. */
interface Round {
  site: Load;
  bare: Load;
  before?: Load;
}

/** What a request costs the site, beside a bare Worker. */
export function processorBeside(what: string, rounds: readonly Round[], most: number): Measure[] {
  const before = median(rounds, ({ site, before }) => site.processor / (before?.processor ?? Number.NaN));
  return [
    { name: `${what}, a second`, value: median(rounds, ({ site }) => site.rate), unit: '' },
    { name: `${what}, a second, bare`, value: median(rounds, ({ bare }) => bare.rate), unit: '' },
    { name: `${what}, processor`, value: median(rounds, ({ site }) => site.processor), unit: 'µs' },
    { name: `${what}, processor, bare`, value: median(rounds, ({ bare }) => bare.processor), unit: 'µs' },
    {
      name: `${what}, processor, times bare`,
      value: median(rounds, ({ site, bare }) => site.processor / bare.processor),
      unit: '×',
      goal: { most },
    },
    ...(before ? [{ name: `${what}, processor, times before`, value: before, unit: '×' }] : []),
  ];
}

/** How long the slowest of a hundred visitors waits, beside a bare Worker. */
export function p99Beside(what: string, rounds: readonly Round[], most: number): Measure[] {
  return [
    { name: `${what}, p99`, value: median(rounds, ({ site }) => site.p99), unit: 'ms' },
    { name: `${what}, p99, bare`, value: median(rounds, ({ bare }) => bare.p99), unit: 'ms' },
    {
      name: `${what}, p99, times bare`,
      value: median(rounds, ({ site, bare }) => site.p99 / bare.p99),
      unit: '×',
      goal: { most },
    },
  ];
}
