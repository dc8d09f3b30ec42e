import { plainLine, usualDigits, usualWidth } from '../../typed-text.ts';

/** In the signs of an English keyboard. Nobody types more than that for a number. */
function usual(typed: string): string {
  return usualDigits(usualWidth(plainLine(typed.slice(0, 60)).normalize('NFKC'))).toLowerCase();
}

/** "£60", "60.00", "60 pounds", "free" in pounds; undefined for what is no single price. */
export function readPounds(typed: string): number | undefined {
  const text = usual(typed);
  if (/^(?:free|no charge|nothing)$/.test(text)) return 0;
  const [, pounds] =
    /^(?:£|gbp)? ?(\d{1,3}(?:,\d{3})*|\d+|(?:\d{1,3}(?:,\d{3})*|\d+)\.\d{1,2}|\d+\.)(?:\/?-)? ?(?:£|gbp|pounds?|quid)?$/.exec(
      text,
    ) ?? [];
  return pounds === undefined ? undefined : Number(pounds.replaceAll(',', ''));
}

/** "60", "60 min", "1 hour", "1.5 hours", "1h 30", "1:30" in minutes; undefined for what is no single length. */
export function readMinutes(typed: string): number | undefined {
  const text = usual(typed)
    .replace(/^(?:an|one) hour/, '1 hour')
    .replace(/^half an hour$/, '30');
  const [, minutes] = /^(\d{1,3}) ?(?:['’]|m|mins?\.?|minutes?)?$/.exec(text) ?? [];
  if (minutes) return Number(minutes);
  const [, hours, rest = '0'] =
    /^(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?\.?|hours?)(?:(?: and)? ?(a half|\d{1,2}) ?(?:m|mins?\.?|minutes?)?)?$/.exec(
      text,
    ) ?? [];
  if (hours)
    return Math.round(Number(hours.replace(',', '.')) * 60) + (rest === 'a half' ? 30 : Number(rest));
  const [, whole, past] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  return whole && past ? Number(whole) * 60 + Number(past) : undefined;
}

const unitWords = {
  hour: 'h|hrs?\\.?|hours?',
  day: 'd|days?',
  month: 'm|mths?\\.?|months?',
} as const;

/** "6", "6 months", "6 working hours", and "1 year" as 12 months; undefined for what is none, or in another unit. */
export function readCount(typed: string, unit: keyof typeof unitWords): number | undefined {
  const text = usual(typed);
  const years = unit === 'month' && /^(\d{1,2}) ?(?:y|yrs?\.?|years?)$/.exec(text)?.[1];
  if (years) return Number(years) * 12;
  const count = new RegExp(`^(\\d{1,3})(?: ?(?:working )?(?:${unitWords[unit]}))?$`).exec(text)?.[1];
  return count === undefined ? undefined : Number(count);
}
