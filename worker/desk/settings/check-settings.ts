import { bankHolidays, type Nation } from '../../../pages/content/bank-holidays.ts';
import { readClosedDays } from '../../../pages/content/closed-days.ts';
import { askedOnce, cleanEmail } from '../../../pages/content/email.ts';
import { readCount } from '../../../pages/content/fact-forms/read-amounts.ts';
import { readTimes } from '../../../pages/content/fact-forms/read-times.ts';
import { notAFact } from '../../../pages/content/not-a-fact.ts';
import type { Settings } from '../../../pages/content/settings.ts';
import { periods } from '../../../pages/desk/figures/figures-page.tsx';
import {
  type SettingMistakes,
  settingFields,
  type TypedSettings,
} from '../../../pages/desk/settings/typed-settings.ts';
import { londonDay } from '../../../pages/london-time.ts';
import { cleanText, typedIn } from '../../http/read-body.ts';
import { replyTimeMistakes } from '../reply-time/reply-time-mistakes.ts';
import { numberMistakes, typedNumbers } from './typed-numbers.ts';

export function readTypedSettings(body: URLSearchParams): TypedSettings {
  const typed = settingFields.map((name) => [name, cleanText(typedIn(body, name).join(' ')).trim()]);
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(typed) as TypedSettings;
}

/** The settings that were typed, or what is wrong with them. */
export function checkSettings(
  typed: TypedSettings,
  { closedDays: former }: Settings,
  today: string,
): { settings: Settings } | { mistakes: SettingMistakes } {
  const { nation, quietAfter } = typed;
  const { remindAfter, months, attendedMonths, reviewDays, ...numbers } = typedNumbers(typed);
  const { from, to } = readTimes(typed);
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
    mailTo: addressMistake(mailTo, typed.mailToAsked === typed.mailTo),
  };
  if (!from || !to || !isNation(nation) || 'mistake' in closed || Object.values(mistakes).some(Boolean))
    return { mistakes };
  return {
    settings: {
      workingTimes: { days: days.map(Number), from, to },
      nation,
      // Those that are over stay for as long as figures and reply times look back.
      closedDays: [...former.filter((day) => day < today && day >= lookedBackTo(today)), ...closed.days],
      replyTime: { workingDays: readCount(typed.workingDays, 'day') ?? 0, awayUntil: typed.awayUntil },
      remindAfter,
      quietAfter: quietAfter === '' ? 'usual' : numbers.quietAfter,
      retention: {
        months,
        attendedMonths,
        reviewDays,
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

function addressMistake(address: string, wasAsked: boolean): string | undefined {
  const doubt = address === '' ? undefined : askedOnce(address, wasAsked);
  if (address === '' || doubt) return doubt;
  const standIn = notAFact(address);
  return standIn && `“${standIn}” is only an example. Enter an address that you read, or leave it empty`;
}

function isNation(name: string): name is Nation {
  return Object.hasOwn(bankHolidays, name);
}
