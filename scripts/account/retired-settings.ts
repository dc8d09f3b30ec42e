import {
  retentionLimits,
  type Settings,
  settingsSchema,
  usualSettings,
} from '../../pages/content/settings.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const stored: Record<string, keyof typeof retentionLimits> = {
  KEEP_MONTHS: 'months',
  KEEP_ATTENDED_MONTHS: 'attendedMonths',
  KEEP_REVIEW_DAYS: 'reviewDays',
};

/** Variables of earlier releases, and what each is among the settings of the desk. */
const retired: Record<string, (value: string, others: Partial<Settings>) => object> = {
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
  ...Object.fromEntries(Object.entries(stored).map(([variable, name]) => [variable, nearest(name)])),
  ACKNOWLEDGE_FROM: (address) => ({ acknowledges: address.includes('@') }),
};

/** The nearest time that the desk takes: with the usual one, enquiries could be deleted far sooner than was told. */
function nearest(name: keyof typeof retentionLimits) {
  const [least, most] = retentionLimits[name];
  return (value: string, { retention = usualSettings.retention }: Partial<Settings>) => ({
    retention: { ...retention, [name]: Math.min(most, Math.max(least, Number(value))) },
  });
}

/** The settings of a site as they are now, and what it still has from an earlier release. */
export function apart(all: Readonly<Record<string, string>>) {
  const entries = Object.entries(all);
  const isRetired = ([name]: [string, string]) => Object.hasOwn(retired, name);
  const old = entries.filter(isRetired);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isRetired(entry))),
    ...(old.length > 0 && { retired: Object.fromEntries(old) }),
  };
}

/** The same as the desk has it. For what is `unread` the usual settings count; what is `limited` was beyond what the desk takes. */
export function asSettings(all: Readonly<Record<string, string>>) {
  let settings: Partial<Settings> = {};
  const unread: string[] = [];
  for (const [name, value] of Object.entries(all)) {
    const more = retired[name]?.(value, settings);
    if (settingsSchema.safeParse(more).success) settings = { ...settings, ...more };
    else unread.push(name);
  }
  const limited = Object.keys(stored).filter((name) => {
    const taken = stored[name] && settings.retention?.[stored[name]];
    return all[name] && !unread.includes(name) && taken !== Number(all[name]);
  });
  return { settings, unread, limited };
}
