import { type Fact, mostPrices } from '../facts.ts';
import type { FactField, FactForm, Filling, Typed } from './fact-form.ts';
import { readMinutes, readPounds } from './read-amounts.ts';
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
      ...(row === 1 ? { hint: 'To take a price out, empty its three fields.' } : {}),
      fields: fieldsOf(row),
    })),
  write: (fact) =>
    Object.fromEntries(
      fact.flatMap(({ what, minutes, pounds }, index) => {
        const names = namesOf(index + 1);
        return [
          [names.what, what],
          [names.minutes, String(minutes)],
          [names.pounds, Number.isInteger(pounds) ? String(pounds) : pounds.toFixed(2)],
        ];
      }),
    ),
  read(filling) {
    const rows = numbers.filter((row) =>
      Object.values(namesOf(row)).some((name) => filling.typed(name).trim() !== ''),
    );
    const read = rows.flatMap((row) => readPrice(filling, row) ?? []);
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
    control: { kind: 'line' },
    most: most.what,
    missing: `Enter what price ${row} is for`,
  });
  const minutes = readMinutes(filling.typed(names.minutes));
  if (minutes === undefined || minutes < least.minutes || minutes > most.minutes)
    filling.refuse(
      names.minutes,
      `For price ${row}, enter minutes from ${least.minutes} to ${most.minutes}, such as 60`,
    );
  const pounds = readPounds(filling.typed(names.pounds));
  if (pounds === undefined || pounds > most.pounds)
    filling.refuse(names.pounds, `For price ${row}, enter one price in pounds, such as 60 or 62.50`);
  if (what === undefined || minutes === undefined || pounds === undefined) return undefined;
  return { what, minutes, pounds };
}

function lastFilled(typed: Typed): number {
  return Math.max(
    0,
    ...numbers.filter((row) => Object.values(namesOf(row)).some((name) => (typed[name] ?? '') !== '')),
  );
}
