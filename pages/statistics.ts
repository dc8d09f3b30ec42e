/** An estimate with its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const z = 1.959964;

/** The middle of numbers, or of the two middle ones; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  return quantile(sorted(numbers), 0.5);
}

/** The middle half, by Hyndman and Fan's type 7, which R and spreadsheets use; undefined for no numbers. */
export function middleHalf(numbers: readonly number[]): readonly [number, number] | undefined {
  const inOrder = sorted(numbers);
  const [low, high] = [quantile(inOrder, 0.25), quantile(inOrder, 0.75)];
  return low === undefined || high === undefined ? undefined : [low, high];
}

/**
 * The median with an interval between two of the numbers (Campbell and Gardner, BMJ 1988;296:1454), which is close from
 * ten numbers on. Undefined for none.
 */
export function medianInterval(numbers: readonly number[]): Estimate | undefined {
  const inOrder = sorted(numbers);
  const value = quantile(inOrder, 0.5);
  const middle = inOrder.length / 2;
  const reach = (z * Math.sqrt(inOrder.length)) / 2;
  const low = inOrder[Math.max(0, Math.round(middle - reach) - 1)];
  const high = inOrder[Math.min(inOrder.length - 1, Math.round(middle + reach))];
  return value === undefined || low === undefined || high === undefined ? undefined : { value, low, high };
}

/** A share of a number, by Wilson's score interval (1927). The whole must not be 0. */
export function shareInterval(part: number, whole: number): Estimate {
  const share = part / whole;
  const square = z * z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const reach =
    (z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole))) / (1 + square / whole);
  return { value: share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

function quantile(inOrder: readonly number[], share: number): number | undefined {
  const place = (inOrder.length - 1) * share;
  const [low, high] = [inOrder[Math.floor(place)], inOrder[Math.ceil(place)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (place % 1);
}
