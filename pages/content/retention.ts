/** How long enquiries are stored. */
export interface Retention {
  /** After the last contact, when it came to nothing. */
  months: number;
  /** After the last contact, when the person attended. */
  attendedMonths: number;
  reviewDays: number;
}

/** For the practitioner; the privacy notice says the same to visitors. */
export function retentionRules({ months, attendedMonths, reviewDays }: Retention): string[] {
  return [
    `An enquiry that came to nothing is deleted ${months} months after anything was last done with it.`,
    `When the person attended: ${attendedMonths} months after, or a day after you say that your own records have them.`,
    `In Review: after ${reviewDays} days, and only after two daily mails about it.`,
  ];
}
