import type { practice } from '../../../pages/content/practice.ts';
import type { SiteFile } from '../../../scripts/account/site-file.ts';
import type { fixtureVars } from '../../fixtures/settings.ts';

/** What another practice could write into pages/content/practice.ts. None of it is what tests expect. */
export const filledFacts = {
  name: 'Willow Lane Acupuncture',
  practitioner: 'Jo Bloggs',
  qualifications: 'Lic Ac, MSc',
  registration: 'British Acupuncture Council, number 000456',
  councilRegistration: 'Anytown City Council, AC/0007',
  insurance: 'An Insurer plc',
  address: 'Flat 2, 7 Willow Lane, Anytown, ZZ9 9ZZ',
  openingHours: 'Tuesday to Thursday, 10 am to 7 pm',
  prices: '£72 for a first consultation of 90 minutes, £54 for a session of 45',
  phone: '+44 1632 960123',
  email: 'jo@a-practice.co.uk',
  controller: 'Jo Bloggs, Flat 2, 7 Willow Lane, Anytown, ZZ9 9ZZ',
  icoNumber: 'ZB000456',
  transferSafeguard: 'the UK Addendum to the EU’s standard contractual clauses',
} satisfies Record<keyof typeof practice, string>;

/** Every variable of wrangler.toml at a valid value other than its own, and other than the tests' value. */
const filledSettings = {
  DESK_EMAILS: 'jo@a-practice.co.uk, desk@a-practice.co.uk',
  ACCESS_AUD: '4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2',
  ACCESS_TEAM: 'https://a-practice.cloudflareaccess.com',
  SIGN_IN_ORIGINS: 'https://accounts.google.com',
  EXPORT_TOKENS: '88bf3b6d86161464f6509f7219099e57.access',
  MAIL_TO: 'jo@a-practice.co.uk',
  MAIL_FROM: 'site@mail.a-practice.co.uk',
  SITE_URL: 'https://backpain.a-practice.co.uk',
  INTAKE_WAITS: '3000 200 2500 2500',
  WORKING_TIMES: 'Tue Wed Thu 10:00-19:00',
  BANK_HOLIDAYS: 'scotland',
  REMIND_AFTER: '6',
  QUIET_AFTER: '10',
  KEEP_MONTHS: '9',
  KEEP_ATTENDED_MONTHS: '24',
  KEEP_REVIEW_DAYS: '30',
  ACKNOWLEDGE_FROM: 'hello@mail.a-practice.co.uk',
} satisfies typeof fixtureVars;

/** The site file that `npm run setup` would have written. */
export const filledSite: SiteFile = {
  name: 'willow-lane',
  account: '0123456789abcdef0123456789abcdef',
  where: 'eu',
  database: { name: 'willow-lane-enquiries', id: '6f1c2d7e-0000-4000-8000-000000000001' },
  settings: filledSettings,
  keyEnds: {},
};
