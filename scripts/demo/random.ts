/** Repeatable numbers from 0 to 1: mulberry32, by Tommy Ettinger (public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the things, each as likely as its weight. */
export function pick<T>(random: () => number, things: readonly (readonly [weight: number, thing: T])[]): T {
  const total = things.reduce((sum, [weight]) => sum + weight, 0);
  let left = random() * total;
  const chosen = things.find(function reached([weight]) {
    left -= weight;
    return left < 0;
  });
  if (!chosen) throw new Error('nothing to pick from');
  return chosen[1];
}

/** One of the things, all equally likely. */
export function oneOf<T>(random: () => number, things: readonly T[]): T {
  return pick(
    random,
    things.map((thing) => [1, thing] as const),
  );
}
