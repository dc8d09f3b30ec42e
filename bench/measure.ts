/** One line of the table: what the site does, often beside another. A goal is about the ratio where there is one. */
export interface Measure {
  name: string;
  value: number;
  unit: string;
  beside?: number;
  ratio?: number;
  goal?: { most: number } | { least: number };
}

type Round<Found> = [site: Found, other: Found];

/** Measures the site and another in turn, so that noise meets both alike. The first round warms up and does not count. */
export async function inTurn<Subject, Found>(
  rounds: number,
  [site, other]: [Subject, Subject],
  measure: (subject: Subject) => Promise<Found>,
): Promise<Round<Found>[]> {
  const found: Round<Found>[] = [];
  for (let round = 0; round <= rounds; round++) found.push([await measure(site), await measure(other)]);
  return found.slice(1);
}

/** The medians of a figure of each round. The ratio is worked out within a round: noise is then in both parts of it. */
export function compare<Found>(
  [name, unit]: [string, string],
  rounds: readonly Round<Found>[],
  figure: (found: Found) => number,
  goal?: Measure['goal'],
): Measure {
  const value = median(rounds.map(([site]) => figure(site)));
  const beside = median(rounds.map(([, other]) => figure(other)));
  const ratio = median(rounds.map(([site, other]) => figure(site) / figure(other)));
  return { name, value, beside, unit, ratio, ...(goal && { goal }) };
}

function median(numbers: number[]): number {
  const middle = numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return Number(middle?.toPrecision(4));
}

export function verdict({ value, ratio = value, goal }: Measure): string {
  if (!goal) return '';
  if ('most' in goal) return `${ratio <= goal.most ? 'met' : 'MISSED'} (at most ${goal.most})`;
  return `${ratio >= goal.least ? 'met' : 'MISSED'} (at least ${goal.least})`;
}
