/** Variables of earlier releases: what they said is typed in at the desk now, under Settings. */
const retired = [
  'MAIL_TO',
  'WORKING_TIMES',
  'BANK_HOLIDAYS',
  'REMIND_AFTER',
  'QUIET_AFTER',
  'KEEP_MONTHS',
  'KEEP_ATTENDED_MONTHS',
  'KEEP_REVIEW_DAYS',
  'ACKNOWLEDGE_FROM',
];

let saidRetired = false;

/** The next `npm run setup` writes the file without them; until then each command says what they were. */
export function withoutRetired(settings: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(settings);
  const gone = entries.filter(([name]) => retired.includes(name));
  if (gone.length > 0 && !saidRetired) {
    saidRetired = true;
    const lines = gone.map(([name, value]) => `\n  ${name}: ${value}`).join('');
    console.error(`These are set at the desk now, under Settings. Please type them in there:${lines}`);
  }
  return Object.fromEntries(entries.filter(([name]) => !retired.includes(name)));
}
