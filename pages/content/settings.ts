import * as z from 'zod/mini';
import { bankHolidays, type Nation } from './bank-holidays.ts';
import { mostWorkingDays, usualReplyTime } from './reply-time.ts';

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));

/** The least and the most of how long enquiries are stored. */
export const retentionLimits = { months: [1, 24], attendedMonths: [1, 96], reviewDays: [7, 365] } as const;

/** How the practice runs its site; not public, except where the privacy notice says so. Each has a usual value. */
export const settingsSchema = z.object({
  /** On which days (0 is Sunday) and between which times in London enquiries are answered. */
  workingTimes: z._default(
    z.object({ days: z.array(whole(0, 6)).check(z.minLength(1)), from: time, to: time }),
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  ),
  /** Whose bank holidays are kept. */
  nation: z._default(z.enum(Object.keys(bankHolidays) as [Nation, ...Nation[]]), 'england-and-wales'),
  /** Days in London on which nobody answers, beside bank holidays. */
  closedDays: z._default(z.array(day), []),
  replyTime: z._default(
    z.object({ workingDays: whole(1, mostWorkingDays), awayUntil: z.union([z.literal(''), day]) }),
    usualReplyTime,
  ),
  /** Working hours after which the practitioner is reminded of an enquiry without an answer. */
  remindAfter: z._default(whole(1, 100), 4),
  /** Days without an enquiry that raise the alarm; 'usual': three times the usual gap, and never under 7. */
  quietAfter: z._default(z.union([z.literal('usual'), whole(1, 365)]), 'usual'),
  /** How long enquiries are stored; see content/retention.ts. */
  retention: z._default(
    z.object({
      months: whole(...retentionLimits.months),
      attendedMonths: whole(...retentionLimits.attendedMonths),
      reviewDays: whole(...retentionLimits.reviewDays),
    }),
    { months: 6, attendedMonths: 12, reviewDays: 60 },
  ),
  /** Who is told by mail; '': the first of the addresses that may open the desk. */
  mailTo: z._default(z.string(), ''),
  /** Whether visitors who give an email address get a short mail that says "we have your enquiry". */
  acknowledges: z._default(z.boolean(), false),
});

export type Settings = z.output<typeof settingsSchema>;

export const usualSettings: Settings = settingsSchema.parse({});

/** Who saved settings that a deploy carried over from an earlier release. They count from the beginning, so their date is none. */
export const earlierRelease = 'earlier release';
