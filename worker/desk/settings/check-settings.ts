import { bankHolidays, type Nation } from '../../../pages/content/bank-holidays.ts';
import { readClosedDays } from '../../../pages/content/closed-days.ts';
import { cleanEmail, emailDoubt } from '../../../pages/content/email.ts';
import { notAFact } from '../../../pages/content/not-a-fact.ts';
import type { Settings } from '../../../pages/content/settings.ts';
import { periods } from '../../../pages/desk/figures/figures-page.tsx';
import {
  type SettingField,
  type SettingMistakes,
  settingFields,
  type TypedSettings,
} from '../../../pages/desk/settings/typed-settings.ts';
import { londonDay } from '../../../pages/london-time.ts';
import { cleanText, typedIn } from '../../http/read-body.ts';
import { replyTimeMistakes } from '../reply-time/reply-time-mistakes.ts';

export function readTypedSettings(body: URLSearchParams): TypedSettings {
  const typed = settingFields.map((name) => [name, cleanText(typedIn(body, name).join(' ')).trim()]);
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(typed) as TypedSettings;
}

const ranges = {
  remindAfter: [1, 100],
  quietAfter: [1, 365],
  months: [1, 24],
  attendedMonths: [1, 96],
  reviewDays: [7, 365],
} as const satisfies Partial<Record<SettingField, readonly [number, number]>>;

/** The settings that were typed, or what is wrong with them. */
export function checkSettings(
  typed: TypedSettings,
  { closedDays: former }: Settings,
  today: string,
): { settings: Settings } | { mistakes: SettingMistakes } {
  const { nation, quietAfter } = typed;
  const [from, to] = [readTime(typed.from), readTime(typed.to)];
  const days = [...new Set(typed.days.split(' '))].filter((day) => /^[0-6]$/.test(day));
  const closed = readClosedDays(typed.closedDays, today);
  const mailTo = cleanEmail(typed.mailTo.slice(0, longestAddress));
  const mistakes: SettingMistakes = {
    days: days.length === 0 ? 'Choose the days on which you answer' : undefined,
    from: from ? undefined : 'Enter a time like 09:00',
    to: !to ? 'Enter a time like 17:30' : from && to <= from ? 'Enter a time after the first' : undefined,
    nation: isNation(nation) ? undefined : 'Choose whose bank holidays you keep',
    closedDays: 'mistake' in closed ? closed.mistake : undefined,
    ...replyTimeMistakes(typed, today),
    ...numberMistakes(typed),
    mailTo: addressMistake(mailTo),
  };
  if (!from || !to || !isNation(nation) || 'mistake' in closed || Object.values(mistakes).some(Boolean))
    return { mistakes };
  return {
    settings: {
      workingTimes: { days: days.map(Number), from, to },
      nation,
      // Those that are over stay for as long as figures and reply times look back.
      closedDays: [...former.filter((day) => day < today && day >= lookedBackTo(today)), ...closed.days],
      replyTime: { workingDays: Number(typed.workingDays), awayUntil: typed.awayUntil },
      remindAfter: Number(typed.remindAfter),
      quietAfter: quietAfter === '' ? 'usual' : Number(quietAfter),
      retention: {
        months: Number(typed.months),
        attendedMonths: Number(typed.attendedMonths),
        reviewDays: Number(typed.reviewDays),
      },
      mailTo,
      acknowledges: typed.acknowledges === 'yes',
    },
  };
}

const longestAddress = 300;
const longestPeriod = Math.max(...periods);

/** The first day that figures may show. */
function lookedBackTo(today: string): string {
  return londonDay(new Date(Date.parse(today) - longestPeriod * 86_400_000));
}

function addressMistake(address: string): string | undefined {
  const doubt = address === '' ? undefined : emailDoubt(address);
  if (address === '' || doubt) return doubt?.asked;
  const standIn = notAFact(address);
  return standIn && `“${standIn}” is only an example. Enter an address that you read, or leave it empty`;
}

function numberMistakes(typed: TypedSettings): SettingMistakes {
  // Object.entries of an object whose keys are the names.
  const all = Object.entries(ranges) as [keyof typeof ranges, readonly [number, number]][];
  return Object.fromEntries(
    all.map(([name, [least, most]]) => {
      const number = /^\d{1,3}$/.test(typed[name]) ? Number(typed[name]) : 0;
      const fits = (number >= least && number <= most) || (name === 'quietAfter' && typed[name] === '');
      return [name, fits ? undefined : `Enter a number from ${least} to ${most}`];
    }),
  );
}

/** "09:00" of "9", "9.00", "9 am" or "9:00"; undefined of what is no time. */
function readTime(text: string): string | undefined {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.](\d\d))? ?([ap]\.?m\.?)?$/i.exec(text) ?? [];
  // 12 am is midnight, and 12 pm is noon.
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (!hours || hour > 23 || (half && Number(hours) > 12) || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function isNation(name: string): name is Nation {
  return Object.hasOwn(bankHolidays, name);
}
