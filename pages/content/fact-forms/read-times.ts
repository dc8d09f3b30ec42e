import { plainLine, usualDigits, usualWidth } from '../../typed-text.ts';

/** Two times of one day as they are typed: "9", "9am", "9:30", "17.00", "5 pm", "noon". */
export interface TypedTimes {
  from: string;
  to: string;
}

/** Both as 09:00, or undefined for one that is no time. */
export function readTimes(typed: TypedTimes): { from: string | undefined; to: string | undefined } {
  const opens = parseTime(typed.from);
  const closes = parseTime(typed.to);
  // Nobody opens at 2 at night: a bare 2 is in the afternoon. And a bare 5 after 9 is as well.
  const from =
    opens && (opens.isBare && opens.minutes < 6 * hour ? opens.minutes + 12 * hour : opens.minutes);
  const to =
    closes &&
    (closes.isBare && from !== undefined && closes.minutes <= from
      ? closes.minutes + 12 * hour
      : closes.minutes);
  return { from: clock(from), to: clock(to) };
}

const hour = 60;

/** Minutes after midnight, and whether the text leaves morning or afternoon open. */
function parseTime(typed: string): { minutes: number; isBare: boolean } | undefined {
  const text = usualDigits(usualWidth(plainLine(typed.slice(0, 60))))
    .toLowerCase()
    .replace(/^(?:from|at|until|till|to) | ?(?:o['’]?clock|h(?:(?:ou)?rs?\.?)?)$/g, '');
  if (/^(?:12 ?)?(?:noon|midday)$/.test(text)) return { minutes: 12 * hour, isBare: false };
  const [, hours = '', past = '00', half] =
    /^(\d{1,2})(?: ?[:.h·] ?(\d\d))? ?(?:([ap])\.? ?m?\.?)?$/.exec(text.replace(/^(\d\d)(\d\d)$/, '$1:$2')) ??
    [];
  const [number, minutes] = [Number(hours), Number(past)];
  if (hours === '' || number > 23 || minutes > 59) return undefined;
  if (half === 'a' && number > 12) return undefined;
  const shift = half === 'p' && number < 12 ? 12 : half === 'a' && number === 12 ? -12 : 0;
  return {
    minutes: (number + shift) * hour + minutes,
    isBare: !half && number > 0 && number < 12 && !hours.startsWith('0'),
  };
}

function clock(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / hour))}:${two(minutes % hour)}`;
}
