import { expect, test } from 'vitest';
import { median, medianInterval, middleHalf, shareInterval } from '../../pages/statistics.ts';

const oneTo = (most: number) => Array.from({ length: most }, (_, n) => n + 1);

test('median and middle half agree with R: quantile(1:10), quantile(c(5, 1, 9))', () => {
  expect([median(oneTo(10)), middleHalf(oneTo(10))]).toEqual([5.5, [3.25, 7.75]]);
  expect([median([5, 1, 9]), middleHalf([5, 1, 9])]).toEqual([5, [3, 7]]);
  expect([median([]), middleHalf([]), medianInterval([])]).toEqual([undefined, undefined, undefined]);
});

test('the interval of a median lies at the ranks that Campbell and Gardner’s formula gives', () => {
  // n = 10: ranks 2 and 9; n = 100: ranks 40 and 61.
  expect(medianInterval(oneTo(10))).toEqual({ value: 5.5, low: 2, high: 9 });
  expect(medianInterval(oneTo(100))).toEqual({ value: 50.5, low: 40, high: 61 });
  expect(medianInterval([7])).toEqual({ value: 7, low: 7, high: 7 });
});

// prop.test(8, 10, correct = FALSE), prop.test(0, 10, …), prop.test(50, 50, …)
test.each([
  [8, 10, 0.4902, 0.9433],
  [0, 10, 0, 0.2775],
  [50, 50, 0.9287, 1],
])('Wilson’s interval of %i of %i agrees with R', (part, whole, low, high) => {
  const found = shareInterval(part, whole);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});
