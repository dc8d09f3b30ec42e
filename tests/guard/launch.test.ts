import { expect, test } from 'vitest';
import { type LaunchFacts, openPoints } from '../../launch/open-points.ts';
import { launchReport } from '../../launch/report.ts';
import { claims } from '../../pages/content/claims.ts';

const { york: confirmed } = claims;

/** A practice that has settled everything. */
const settled: LaunchFacts = {
  claims: { york: confirmed },
  config: {
    vars: { DESK_EMAILS: 'me@a-practice.co.uk', ACCESS_AUD: 'abc' },
    d1_databases: [{ binding: 'DB', database_id: '6f1c2d7e-0000-4000-8000-000000000001' }],
    secrets: { required: ['SEAL_KEYS'] },
  },
  holidays: { toConfirm: false, until: '2029-12-31' },
  secrets: new Set(['SEAL_KEYS']),
  keyKept: true,
  today: claims.york.checkedOn,
};

function open(change: Partial<LaunchFacts>): string[] {
  return [...openPoints({ ...settled, ...change }).values()].flat().map(({ words }) => words);
}

const config = (change: Partial<LaunchFacts['config']>) => open({ config: { ...settled.config, ...change } });

test('a practice that has settled everything may go live', () => {
  expect(open({})).toEqual([]);
  expect(launchReport(openPoints(settled))).toBe('Nothing is open: the site may go live.');
});

test('a claim in its last 30 days is open', () => {
  const york = { ...confirmed, expiresOn: '2027-06-30' as const };
  expect(open({ claims: { york }, today: '2027-05-30' })).toEqual([]);
  expect(open({ claims: { york }, today: '2027-05-31' })).toEqual(['york: expires on 2027-06-30']);
  expect(open({ claims: { york }, today: '2027-06-30' })).toEqual(['york: expired on 2027-06-30']);
});

test('a sealing key that nobody shows to have kept is open', () => {
  expect(open({ keyKept: undefined })).toHaveLength(1);
  expect(open({ keyKept: false })[0]).toContain('That is not how the sealing key ends');
});

test('bank holidays that nobody compared, or that end within a year, are open', () => {
  expect(open({ holidays: { toConfirm: true, until: '2029-12-31' } })).toHaveLength(1);
  expect(open({ holidays: { toConfirm: false, until: '2027-01-01' } })).toEqual([
    'The table ends on 2027-01-01',
  ]);
});

test('settings as the repository ships them are open', () => {
  expect(config({ vars: { DESK_EMAILS: '', ACCESS_AUD: '' } })).toHaveLength(2);
  expect(config({ vars: { DESK_EMAILS: 'practitioner@example.com' } })).toHaveLength(1);
  expect(config({ vars: { SITE_URL: 'https://www.example.com' } })).toEqual([
    'SITE_URL: "www.example.com" is only an example',
  ]);
  const zero = '00000000-0000-0000-0000-000000000000';
  expect(config({ d1_databases: [{ binding: 'DB', database_id: zero }] })).toHaveLength(1);
});

test('a secret counts as set only when Cloudflare lists it', () => {
  expect(open({ secrets: new Set() })).toEqual(['SEAL_KEYS is not set']);
  expect(open({ secrets: undefined })).toEqual(['SEAL_KEYS: nobody has asked Cloudflare whether it is set']);
});

test('the report groups what is open, says where to settle it, and counts it last', () => {
  const report = launchReport(openPoints({ ...settled, secrets: new Set(), keyKept: undefined }));
  expect(report).toContain('npm run setup');
  expect(report.split('\n').at(-1)).toBe('2 points are open: the site must not go live yet.');
});
