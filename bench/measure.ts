/** One line of the table. A goal is met or missed; a line without one is there to be read. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  goal?: { most: number } | { least: number };
}

/** "met (at most 1.3)", "MISSED (at most 1.3)", or nothing. */
export function verdict({ value, goal }: Measure): string {
  if (!goal) return '';
  const met = 'most' in goal ? value <= goal.most : value >= goal.least;
  const words = 'most' in goal ? `at most ${goal.most}` : `at least ${goal.least}`;
  return `${met ? 'met' : 'MISSED'} (${words})`;
}

/** The median of what each round says. A ratio within one round has met the same noise above and below the line. */
export function median<Round>(rounds: readonly Round[], value: (round: Round) => number): number {
  const sorted = rounds.map(value).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
