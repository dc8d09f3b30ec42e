import { plainLine, usualDigits, usualWidth } from '../../typed-text.ts';

const fractions = { '½': '.5', '¼': '.25', '¾': '.75' } as const;

/** In the signs of an English keyboard. Nobody types more than that for a number. */
function usual(typed: string): string {
  const plain = usualWidth(plainLine(typed.slice(0, 60)))
    .replace(/ ?[½¼¾]/g, (sign) => fractions[sign.trim() as keyof typeof fractions])
    .replace(/(\d) 1\/2\b/g, '$1.5');
  return usualDigits(plain.normalize('NFKC')).toLowerCase();
}

/** "£60", "60.00", "62,50", "60 pounds 50", "free" in pounds; undefined for what is no single price. */
export function readPounds(typed: string): number | undefined {
  const text = usual(typed);
  if (/^(?:free(?: of charge)?|complimentary|no (?:charge|fee)|nothing|nil)$/.test(text)) return 0;
  const [, pence] = /^(\d{1,2}) ?(?:p|pence)$/.exec(text) ?? [];
  if (pence) return Number(pence) / 100;
  // "60 pounds and 50 pence", and a comma for a point.
  const point = text
    .replace(/^(?:£ ?)?(\d+) ?(?:£|pounds?|quid) ?(?:and )?(\d\d) ?(?:p|pence)?$/, '$1.$2')
    .replace(/^((?:£|gbp)? ?\d+),(\d\d)(?!\d)/, '$1.$2')
    .replace(/(\.\d\d)p$/, '$1');
  const [, pounds] =
    /^(?:£|gbp)? ?(\d{1,3}(?:,\d{3})*|\d+|(?:\d{1,3}(?:,\d{3})*|\d+)\.\d{1,2}|\d+\.)(?:\/?-)? ?(?:£|gbp|pounds?|quid)?$/.exec(
      point,
    ) ?? [];
  return pounds === undefined ? undefined : Number(pounds.replaceAll(',', ''));
}

/** A price that may be the lowest of several: "from £80", "80+". */
export function readPriceFrom(typed: string): { pounds: number; from: boolean } | undefined {
  const text = usual(typed);
  const least = text
    .replace(/^(?:prices? )?(?:start(?:s|ing)? )?(?:from|at)(?: only)? /, '')
    .replace(/ ?(?:\+|and (?:up|over|above)|upwards?|onwards?)$/, '');
  const pounds = readPounds(least);
  return pounds === undefined ? undefined : { pounds, from: least !== text && pounds > 0 };
}

/** "60", "60 min", "1 hour", "1½ hours", "1h 30", "1:30" in minutes; undefined for what is no single length. */
export function readMinutes(typed: string): number | undefined {
  const text = usual(typed)
    .replace(/^(?:an|one) hour/, '1 hour')
    .replace(/^two hours/, '2 hours')
    .replace(/^half (?:an )?hour$/, '30')
    .replace(/^(?:a )?quarter of an hour$/, '15')
    .replace(/^(?:three quarters of an|3\/4(?: of an)?) hour$/, '45')
    .replace(/^(\d|one|two) and a half hours?$/, (_, whole) => `${wholes[whole] ?? whole}.5 hours`);
  const [, minutes] = /^(\d{1,3}) ?(?:['’]|m|mins?\.?|minutes?)?$/.exec(text) ?? [];
  if (minutes) return Number(minutes);
  const [, hours, rest = '0'] =
    /^(\d{0,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?\.?|hours?)(?:(?: and)? ?(a half|\d{1,2}) ?(?:m|mins?\.?|minutes?)?)?$/.exec(
      text,
    ) ?? [];
  if (hours)
    return Math.round(Number(hours.replace(',', '.')) * 60) + (rest === 'a half' ? 30 : Number(rest));
  const [, whole, past] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  return whole && past ? Number(whole) * 60 + Number(past) : undefined;
}

const wholes: Readonly<Record<string, string>> = { one: '1', two: '2' };

/** A length, or from how long to how long: "45-60", "1 to 1½ hours". */
export function readLength(typed: string): { minutes: number; upTo?: number } | undefined {
  const [first = '', last, more] = usual(typed)
    .replace(/^(?:between|from) /, '')
    .split(/ ?[-\u2010-\u2015] ?| to | and (?=\d)/);
  if (last === undefined || more !== undefined) {
    const minutes = readMinutes(typed);
    return minutes === undefined ? undefined : { minutes };
  }
  const upTo = readMinutes(last);
  // "1-2 hours": what the second is counted in holds for the first.
  const unit = /^[\d.,]+$/.test(first) ? last.replace(/^[\d.,]+/, '') : '';
  const minutes = readMinutes(first + unit);
  return minutes === undefined || upTo === undefined || upTo <= minutes ? undefined : { minutes, upTo };
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
