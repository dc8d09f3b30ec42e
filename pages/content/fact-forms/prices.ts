import { lengthWords, poundsWords } from '../fact-words.ts';
import { type Fact, jsonBytes, mostPriceBytes, mostPrices } from '../facts.ts';
import type { FactField, FactForm, Filling, Typed } from './fact-form.ts';
import { readLength, readPriceFrom } from './read-amounts.ts';
import { readLine } from './read-line.ts';

type Price = Fact<'prices'>[number];

/** Empty ones that a form has for more prices. */
const spare = 2;
const numbers = Array.from({ length: mostPrices }, (_, index) => index + 1);

function namesOf(row: number) {
  return { what: `price-${row}-what`, minutes: `price-${row}-minutes`, pounds: `price-${row}-pounds` };
}

const most = { what: 80, minutes: 480, pounds: 2000 };
const least = { minutes: 5 };

/** A list of what patients pay, in the order in which visitors read it. */
export const prices: FactForm<Fact<'prices'>> = {
  parts: (typed) =>
    numbers.slice(0, lastFilled(typed) + spare).map((row) => ({
      legend: `Price ${row}`,
      ...(row === 1
        ? {
            hint: `To take a price out, empty its three fields. There is room for ${mostPrices}. What takes no time, such as a voucher, needs no minutes.`,
          }
        : {}),
      fields: fieldsOf(row),
    })),
  write: (fact) =>
    Object.fromEntries(
      fact.flatMap(({ what, minutes, upTo, pounds, from }, index) => {
        const names = namesOf(index + 1);
        return [
          [names.what, what],
          [names.minutes, minutes === undefined ? '' : lengthWords(minutes, upTo)],
          [names.pounds, `${from ? 'from ' : ''}${poundsWords(pounds).replace('£', '')}`],
        ];
      }),
    ),
  read(filling) {
    const rows = numbers.filter((row) =>
      Object.values(namesOf(row)).some((name) => filling.typed(name).trim() !== ''),
    );
    const read = rows.flatMap((row) => readPrice(filling, row) ?? []);
    if (jsonBytes(read) > mostPriceBytes)
      return filling.refuse(
        namesOf(rows.at(-1) ?? 1).what,
        'All prices together are too long. Say in fewer words what they are for, or leave some out',
      );
    return read.length === 0 ? undefined : read;
  },
};

function fieldsOf(row: number): FactField[] {
  const names = namesOf(row);
  return [
    {
      name: names.what,
      label: 'What it is for',
      ...(row === 1 ? { hint: 'Such as “First consultation”. Say what it is, not what it does.' } : {}),
      control: { kind: 'line' },
      guarded: 'text',
    },
    { name: names.minutes, label: 'Minutes', control: { kind: 'line', inputmode: 'numeric' }, short: true },
    { name: names.pounds, label: 'Pounds', control: { kind: 'line', inputmode: 'decimal' }, short: true },
  ];
}

function readPrice(filling: Filling, row: number): Price | undefined {
  const names = namesOf(row);
  const what = readLine(filling, {
    name: names.what,
    label: '',
    is: 'price',
    control: { kind: 'line' },
    most: most.what,
    missing: `Enter what price ${row} is for`,
  });
  const length = readMinutesField(filling, row);
  const amount = readPriceFrom(filling.typed(names.pounds));
  if (amount === undefined || amount.pounds > most.pounds)
    filling.refuse(
      names.pounds,
      `For price ${row}, enter one price in pounds, such as 60 or 62.50. If some pay more, enter “from 60”`,
    );
  if (what === undefined || length === undefined || amount === undefined) return undefined;
  return { what, ...length, pounds: amount.pounds, ...(amount.from ? { from: true } : {}) };
}

/** No length for an empty field; undefined for a mistake. */
function readMinutesField(filling: Filling, row: number): Pick<Price, 'minutes' | 'upTo'> | undefined {
  const { minutes: name } = namesOf(row);
  const typed = filling.typed(name).trim();
  if (typed === '') return {};
  const length = readLength(typed);
  return length && length.minutes >= least.minutes && (length.upTo ?? length.minutes) <= most.minutes
    ? length
    : filling.refuse(
        name,
        `For price ${row}, enter minutes from ${least.minutes} to ${most.minutes}, such as 60 or 45-60, or nothing`,
      );
}

function lastFilled(typed: Typed): number {
  return Math.max(
    0,
    ...numbers.filter((row) => Object.values(namesOf(row)).some((name) => (typed[name] ?? '') !== '')),
  );
}
