import { dayHours, dayWord } from '../fact-hours.ts';
import { type Fact, mostStretches, weekdays } from '../facts.ts';
import type { FactForm, Filling } from './fact-form.ts';
import { readTimes } from './read-times.ts';

type Hours = Fact<'openingHours'>;
type Day = (typeof weekdays)[number];

/** When patients can come, by weekday, a line for each as people write it: "9 am to 1 pm, 2 pm to 6 pm". */
export const openingHours: FactForm<Hours> = {
  parts: () => [
    {
      legend: 'Opening hours',
      hint: 'Such as “9 am to 5.30 pm”, “9 to 1, 2 to 6” or “by appointment”. Leave a day empty when you are closed.',
      fields: weekdays.map((day) => ({ name: day, label: dayWord(day), control: { kind: 'line' } })),
    },
  ],
  write: (hours) =>
    Object.fromEntries(
      weekdays.flatMap((name) => {
        const day = hours[name];
        return day && day !== 'closed' ? [[name, dayHours(day)]] : [];
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
  const typed = filling.typed(name).trim();
  if (/^(?:(?:we are |i am )?closed|-|–|—|none|off|n\/a)?$/i.test(typed)) return 'closed';
  if (/^(?:only )?(?:by |on )?(?:appointments?|arrangement|request)(?: only)?$/i.test(typed))
    return 'by appointment';
  const parts = typed.split(/[,;&\n]|\band\b/i).filter((part) => part.trim() !== '');
  const stretches = parts.map(readStretch);
  const day = dayWord(name);
  if (parts.length > mostStretches)
    return filling.refuse(name, `On ${day}, enter ${mostStretches} stretches of time at most`);
  const whole = stretches.filter((one) => one !== undefined);
  if (whole.length === 0 || whole.length < stretches.length)
    return filling.refuse(name, `On ${day}, enter when you open and when you close, such as 9 am to 5 pm`);
  const times = whole.flatMap(({ from, to }) => [from, to]);
  if (times.some((time, place) => place > 0 && time <= (times[place - 1] ?? '')))
    return filling.refuse(
      name,
      `On ${day}, enter times that follow each other, such as 9 am to 1 pm, 2 pm to 6 pm`,
    );
  return whole;
}

function readStretch(text: string): { from: string; to: string } | undefined {
  const [first = '', last = '', more] = text.split(/-|–|—|\bto\b|\buntil\b|\btill\b/i);
  const { from, to } = readTimes({ from: first, to: last });
  return from && to && more === undefined ? { from, to } : undefined;
}
