import type { Facts } from '../../pages/content/facts.ts';

/** Three states of one record: as somebody had it before them, as they have it now, and as it is elsewhere by now. */
export interface Three<State> {
  basis: State;
  mine: State;
  newest: State;
}

/** The newest state, with what was changed since the basis in place of it; what is undefined is left out. */
export function carry<State extends object>({ basis, mine, newest }: Three<State>): State {
  const names = [...new Set([...Object.keys(newest), ...Object.keys(mine)])] as (keyof State)[];
  const carried = names
    .map((name) => [name, isSame(mine[name], basis[name]) ? newest[name] : mine[name]] as const)
    .filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(carried) as State;
}

/** Facts one by one, and of the sentences in the first person each for itself. */
export function carryFacts({ basis, mine, newest }: Three<Facts>): Facts {
  const facts = carry({ basis, mine, newest });
  const sentences = (of: Facts) => of.promises ?? {};
  const promises = carry({ basis: sentences(basis), mine: sentences(mine), newest: sentences(newest) });
  return facts.promises ? { ...facts, promises } : facts;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
