import { closedDaysText } from '../../content/closed-days.ts';
import { isAway } from '../../content/reply-time.ts';
import type { Settings } from '../../content/settings.ts';

/** The fields of the form, as they are typed; the ticked days are one text, like "1 2 3". */
export const settingFields = [
  'days',
  'from',
  'to',
  'nation',
  'closedDays',
  'workingDays',
  'awayUntil',
  'remindAfter',
  'quietAfter',
  'months',
  'attendedMonths',
  'reviewDays',
  'mailTo',
  // The address that an earlier page asked about, or that was saved: it is not asked about again.
  'mailToAsked',
  'acknowledges',
] as const;

export type SettingField = (typeof settingFields)[number];
export type TypedSettings = Record<SettingField, string>;
export type SettingMistakes = Partial<Record<SettingField, string | undefined>>;

/** Settings as they would have been typed. `today` is a day in London: what is over is left out. */
export function typedSettings(settings: Settings, today: string): TypedSettings {
  const { workingTimes, replyTime, retention, quietAfter } = settings;
  return {
    days: workingTimes.days.join(' '),
    from: workingTimes.from,
    to: workingTimes.to,
    nation: settings.nation,
    closedDays: closedDaysText(settings.closedDays.filter((day) => day >= today)),
    workingDays: String(replyTime.workingDays),
    awayUntil: isAway(replyTime.awayUntil, today) ? replyTime.awayUntil : '',
    remindAfter: String(settings.remindAfter),
    quietAfter: quietAfter === 'usual' ? '' : String(quietAfter),
    months: String(retention.months),
    attendedMonths: String(retention.attendedMonths),
    reviewDays: String(retention.reviewDays),
    mailTo: settings.mailTo,
    mailToAsked: settings.mailTo,
    acknowledges: settings.acknowledges ? 'yes' : '',
  };
}
