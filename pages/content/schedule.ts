/** What the cron does, in this order, and how often. Days and weeks begin at 8 in the morning in London, weeks on Mondays. */
export const jobs = {
  tombstones: { words: 'Deleting again whoever came back with an older backup', every: 'run' },
  outbox: { words: 'Mails about new enquiries', every: 'run' },
  reminders: { words: 'Reminders of enquiries without an answer', every: 'run' },
  exportMails: { words: 'Mails about leads files that a program fetched', every: 'run' },
  recovery: { words: 'Second look at messages that could not be read', every: 'run' },
  watch: { words: 'Watch for silence, and for what the queue gave up on', every: 'run' },
  reseal: { words: 'Sealing again what an older key sealed', every: 'run' },
  canary: { words: 'Test enquiry', every: 'day' },
  retention: { words: 'Deleting what has been stored long enough', every: 'run' },
  copies: { words: 'Mails about copies of what was deleted', every: 'run' },
  forget: { words: 'Deleting the codes of what was deleted', every: 'day' },
  register: { words: 'Thinning the list of leads files', every: 'day' },
  portraits: { words: 'Deleting photos that no version has', every: 'day' },
  digest: { words: 'Mail about Review', every: 'day' },
  weekly: { words: 'Weekly mail', every: 'week' },
  alarms: { words: 'Mails about alarms', every: 'run' },
} as const satisfies Record<string, { words: string; every: 'run' | 'day' | 'week' }>;

export type JobName = keyof typeof jobs;
