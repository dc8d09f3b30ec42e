/** One line of the table: a goal is met, missed, or there is none. */
export interface Result {
  measure: string;
  value: number;
  unit: string;
  goal?: { words: string; met: boolean };
}

/** Milliseconds until the whole answer is here; throws on any other status than 200. */
export async function timeToGet(url: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url);
  const page = await answer.text();
  const [, searched, all] = /Searched ([\d,]+) of ([\d,]+)/.exec(page) ?? [];
  if (searched !== all) console.log(`  ${url}: stopped at ${searched} of ${all}`);
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${page.slice(0, 200)}`);
  return performance.now() - started;
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs every one of some measurements in turn, so often, and gives the median of each: noise then meets all alike. */
export async function interleaved<Name extends string>(
  rounds: number,
  measurements: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const entries = Object.entries<() => Promise<number>>(measurements);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++)
    for (const [name, measure] of entries) {
      const time = await measure();
      if (round > 0) times.get(name)?.push(time);
    }
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries([...times].map(([name, all]) => [name, medianOf(all)])) as Record<Name, number>;
}
