import { type Settings, settingsSchema } from '../../pages/content/settings.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Variables of earlier releases, and what each is among the settings of the desk. */
const retired: Record<string, (value: string, all: Record<string, string>) => object> = {
  MAIL_TO: (mailTo) => ({ mailTo }),
  WORKING_TIMES(text) {
    const [, names = '', from, to] = /^((?:\w{3} )+)(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
    return {
      workingTimes: { days: days.flatMap((name, day) => (names.includes(name) ? [day] : [])), from, to },
    };
  },
  BANK_HOLIDAYS: (nation) => ({ nation }),
  REMIND_AFTER: (hours) => ({ remindAfter: Number(hours) }),
  QUIET_AFTER: (text) => ({ quietAfter: text === 'usual' ? text : Number(text) }),
  KEEP_MONTHS: (_months, all) => retention(all),
  KEEP_ATTENDED_MONTHS: (_months, all) => retention(all),
  KEEP_REVIEW_DAYS: (_days, all) => retention(all),
  ACKNOWLEDGE_FROM: (address) => ({ acknowledges: address.includes('@') }),
};

function retention(all: Record<string, string>) {
  return {
    retention: {
      months: Number(all.KEEP_MONTHS ?? 6),
      attendedMonths: Number(all.KEEP_ATTENDED_MONTHS ?? 12),
      reviewDays: Number(all.KEEP_REVIEW_DAYS ?? 60),
    },
  };
}

/** The settings of a site file as it is now, and what it still has from an earlier release. */
export function apart(settings: Readonly<Record<string, string>>) {
  const entries = Object.entries(settings);
  const isRetired = ([name]: [string, string]) => Object.hasOwn(retired, name);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isRetired(entry))),
    retired: Object.fromEntries(entries.filter(isRetired)),
  };
}

/** The same as the desk has it; what cannot be read counts as it does there by itself. */
export function asSettings(all: Record<string, string>): Partial<Settings> {
  const some = Object.entries(all).map(([name, value]) => retired[name]?.(value, all) ?? {});
  return Object.assign({}, ...some.filter((one) => settingsSchema.safeParse(one).success));
}
