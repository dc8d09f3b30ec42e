import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apart, asSettings } from '../../scripts/account/retired-settings.ts';
import type { SiteFile } from '../../scripts/account/site-file.ts';
import { carryOver } from '../../scripts/deploy/carry-over.ts';
import { copyOf } from '../../scripts/deploy/practice-copy.ts';
import { storedPractice } from '../../scripts/stored-practice.ts';
import { memoryDatabase } from '../support/memory-database.ts';

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((words) => said.push(words));
  // As in CI: there is no site file to be written.
  vi.stubEnv('SITE', 'given');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

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
  expect(asSettings(retired ?? {}).settings).toEqual({
    mailTo: 'jo@a-practice.co.uk',
    workingTimes: { days: [2, 3, 4], from: '10:00', to: '19:00' },
    nation: 'scotland',
    remindAfter: 6,
    quietAfter: 'usual',
    retention: { months: 9, attendedMonths: 24, reviewDays: 60 },
    acknowledges: true,
  });
  const unreadable = {
    WORKING_TIMES: 'always',
    BANK_HOLIDAYS: 'france',
    REMIND_AFTER: 'x',
    KEEP_MONTHS: 'y',
  };
  expect(asSettings(unreadable)).toEqual({ settings: {}, unread: Object.keys(unreadable), limited: [] });
});

const site: SiteFile = { name: 'a', account: '0'.repeat(32), where: 'eu', settings: {}, keyEnds: {} };

test('a time of storing that the desk does not take becomes the nearest, and the others stay', () => {
  const before = { KEEP_MONTHS: '36', KEEP_ATTENDED_MONTHS: '24', KEEP_REVIEW_DAYS: 'x' };
  expect(asSettings(before)).toEqual({
    settings: { retention: { months: 24, attendedMonths: 24, reviewDays: 60 } },
    unread: ['KEEP_REVIEW_DAYS'],
    limited: ['KEEP_MONTHS'],
  });
});

test('the next deploy writes them into the database, from the beginning on, and never over what somebody saved', () => {
  const { ask, exec } = memoryDatabase();
  exec(
    `insert into practice_versions (kind, content, at, by) values ('settings', '{"replyTime":{"workingDays":3,"awayUntil":""}}', 5, 'migration')`,
  );
  const before = { ...site, retired: { KEEP_ATTENDED_MONTHS: '24', REMIND_AFTER: '8' } };
  const newest = () =>
    ask<{ content: string; at: number; by: string }>(
      'select content, at, "by" from practice_versions order by version desc',
    )[0];
  expect(carryOver(before, ask)).toBe(true);
  expect(said.join()).toMatch(
    /carried over to the desk.*after 8 working hours.*attended 24 months.*SITE still/s,
  );
  const { content = '', ...how } = newest() ?? {};
  expect(how).toEqual({ at: 1, by: 'earlier release' });
  expect(JSON.parse(content)).toEqual({
    replyTime: { workingDays: 3, awayUntil: '' },
    retention: { months: 6, attendedMonths: 24, reviewDays: 60 },
    remindAfter: 8,
  });
  // What the deploy takes along is read after that.
  expect(copyOf(storedPractice(ask), new Date()).settings.retention.attendedMonths).toBe(24);
  expect(carryOver(before, ask)).toBe(false);
  expect(said.join()).toContain('None of them was carried over: an earlier deploy did it.');
  expect(carryOver(site, ask)).toBe(false);
  expect(ask('select 1 from practice_versions')).toHaveLength(2);
});

test('a deploy says when nothing was carried over, and why', () => {
  const { ask, exec } = memoryDatabase();
  expect(carryOver({ ...site, retired: { QUIET_AFTER: 'never' } }, ask)).toBe(false);
  expect(said.join()).toContain('None of them was carried over: nobody can read them.');
  exec(
    `insert into practice_versions (kind, content, at, by) values ('settings', '{}', 5, 'jo@a-practice.co.uk')`,
  );
  expect(carryOver({ ...site, retired: { REMIND_AFTER: '8' } }, ask)).toBe(false);
  expect(said.join()).toContain('None of them was carried over: settings were saved at the desk before');
});
