import type { SiteFile } from '../../../scripts/account/site-file.ts';
import type { fixtureVars } from '../../fixtures/settings.ts';

/** Every variable of wrangler.toml at a valid value other than its own, and other than the tests' value. */
const filledSettings = {
  DESK_EMAILS: 'jo@a-practice.co.uk, desk@a-practice.co.uk',
  ACCESS_AUD: '4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2',
  ACCESS_TEAM: 'https://a-practice.cloudflareaccess.com',
  SIGN_IN_ORIGINS: 'https://accounts.google.com',
  LAUNCH_TOKENS: 'none',
  EXPORT_TOKENS: '88bf3b6d86161464f6509f7219099e57.access',
  MAIL_TO: 'jo@a-practice.co.uk',
  MAIL_FROM: 'site@mail.a-practice.co.uk',
  SITE_URL: 'https://backpain.a-practice.co.uk',
  INTAKE_WAITS: '3000 200 2500 2500',
  PRACTICE_COPY: 'none',
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
