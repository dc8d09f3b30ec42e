import { expect, test, vi } from 'vitest';
import { apart, asSettings } from '../../scripts/account/retired-settings.ts';
import type { SiteFile } from '../../scripts/account/site-file.ts';
import { carryOver } from '../../scripts/deploy/carry-over.ts';
import { memoryDatabase } from '../support/memory-database.ts';

test('what an earlier release had as variables becomes the desk’s settings; what cannot be read is left out', () => {
  const { settings, retired } = apart({
    SITE_URL: 'https://backpain.a-practice.co.uk',
    MAIL_TO: 'jo@a-practice.co.uk',
    WORKING_TIMES: 'Tue Wed Thu 10:00-19:00',
    BANK_HOLIDAYS: 'scotland',
    REMIND_AFTER: '6',
    QUIET_AFTER: 'usual',
    KEEP_MONTHS: '9',
    KEEP_ATTENDED_MONTHS: '24',
    ACKNOWLEDGE_FROM: 'hello@mail.a-practice.co.uk',
  });
  expect(settings).toEqual({ SITE_URL: 'https://backpain.a-practice.co.uk' });
  expect(asSettings(retired)).toEqual({
    mailTo: 'jo@a-practice.co.uk',
    workingTimes: { days: [2, 3, 4], from: '10:00', to: '19:00' },
    nation: 'scotland',
    remindAfter: 6,
    quietAfter: 'usual',
    retention: { months: 9, attendedMonths: 24, reviewDays: 60 },
    acknowledges: true,
  });
  expect(asSettings({ WORKING_TIMES: 'always', BANK_HOLIDAYS: 'france', REMIND_AFTER: 'x' })).toEqual({});
});

const site: SiteFile = { name: 'a', account: '0'.repeat(32), where: 'eu', settings: {}, keyEnds: {} };

test('the next deploy writes them into the database, from the beginning on, and never over what somebody saved', () => {
  // As in CI: there is no site file to be written.
  vi.stubEnv('SITE', 'given');
  const { ask, exec } = memoryDatabase();
  exec(
    `insert into practice_versions (kind, content, at, by) values ('settings', '{"replyTime":{"workingDays":3,"awayUntil":""}}', 5, 'migration')`,
  );
  const before = { ...site, retired: { KEEP_ATTENDED_MONTHS: '24', REMIND_AFTER: '8' } };
  const newest = () =>
    ask<{ content: string; at: number; by: string }>(
      'select content, at, "by" from practice_versions order by version desc',
    )[0];
  carryOver(before, ask);
  const { content = '', ...how } = newest() ?? {};
  expect(how).toEqual({ at: 1, by: 'earlier release' });
  expect(JSON.parse(content)).toEqual({
    replyTime: { workingDays: 3, awayUntil: '' },
    retention: { months: 6, attendedMonths: 24, reviewDays: 60 },
    remindAfter: 8,
  });
  carryOver(before, ask);
  carryOver(site, ask);
  expect(ask('select 1 from practice_versions')).toHaveLength(2);
  vi.unstubAllEnvs();
});
