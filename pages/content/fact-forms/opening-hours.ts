import { clockWords, dayWord } from '../fact-hours.ts';
import { type Fact, weekdays } from '../facts.ts';
import type { FactForm, Filling } from './fact-form.ts';
import { readTimes } from './read-times.ts';

type Hours = Fact<'openingHours'>;
type Day = (typeof weekdays)[number];

const opens = (day: Day) => `${day}-from`;
const closes = (day: Day) => `${day}-to`;

/** When patients can come, by weekday. */
export const openingHours: FactForm<Hours> = {
  parts: () =>
    weekdays.map((day, index) => ({
      legend: dayWord(day),
      ...(index === 0 ? { hint: 'Such as 9 am and 5.30 pm. Leave a day empty when you are closed.' } : {}),
      fields: [
        { name: opens(day), label: 'Opens', control: { kind: 'line' }, short: true },
        { name: closes(day), label: 'Closes', control: { kind: 'line' }, short: true },
      ],
    })),
  write: (hours) =>
    Object.fromEntries(
      weekdays.flatMap((name) => {
        const day = hours[name];
        if (!day || day === 'closed') return [];
        return [
          [opens(name), clockWords(day.from)],
          [closes(name), clockWords(day.to)],
        ];
      }),
    ),
  read(filling) {
    const days = weekdays.map((name) => [name, readDay(filling, name)] as const);
    // Closed on every day is no opening hours.
    if (days.every(([, day]) => day === 'closed' || day === undefined)) return undefined;
    return Object.fromEntries(days.filter(([, day]) => day !== undefined));
  },
};

function readDay(filling: Filling, name: Day): Hours[Day] {
  const [from, to] = typedTimes(filling, name);
  if (/^(?:(?:we are |i am )?closed|-|–|—|none|off|n\/a)?$/i.test(from) && (to === '' || to === from))
    return 'closed';
  const times = readTimes({ from, to });
  if (!times.from) return filling.refuse(opens(name), timeMistake('opens', name, from));
  if (!times.to) return filling.refuse(closes(name), timeMistake('closes', name, to));
  if (times.to <= times.from)
    return filling.refuse(closes(name), `On ${dayWord(name)}, enter a time that is later than when you open`);
  return { from: times.from, to: times.to };
}

/** Also both in the first field: "9 to 5", "9am-5pm". */
function typedTimes(filling: Filling, name: Day): [from: string, to: string] {
  const [from, to] = [filling.typed(opens(name)).trim(), filling.typed(closes(name)).trim()];
  const [first, second, third] = from.split(/-|–|—|\bto\b|\buntil\b|\btill\b/i).map((part) => part.trim());
  return to === '' && first && second && third === undefined ? [first, second] : [from, to];
}

function timeMistake(what: 'opens' | 'closes', day: Day, typed: string): string {
  const verb = what === 'opens' ? 'open' : 'close';
  const example = what === 'opens' ? '9 am or 9:30' : '5 pm or 17:30';
  return typed === ''
    ? `On ${dayWord(day)}, enter when you ${verb} as well, or leave both empty`
    : `On ${dayWord(day)}, enter when you ${verb} as a time, such as ${example}`;
}
