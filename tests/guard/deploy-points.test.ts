import { expect, test } from 'vitest';
import { deployPoints } from '../../launch/deploy-points.ts';

type Facts = Parameters<typeof deployPoints>[0];

/** A site that has everything a deploy can see. */
const settled: Facts = {
  config: {
    vars: { DESK_EMAILS: 'me@a-practice.co.uk', ACCESS_AUD: 'abc' },
    d1_databases: [{ binding: 'DB', database_id: '6f1c2d7e-0000-4000-8000-000000000001' }],
    secrets: { required: ['SEAL_KEYS'] },
  },
  secrets: new Set(['SEAL_KEYS']),
  keyKept: true,
};

function missing(change: Partial<Facts>): string[] {
  return [...deployPoints({ ...settled, ...change }).values()].flat().map(({ words }) => words);
}

const config = (change: Partial<Facts['config']>) => missing({ config: { ...settled.config, ...change } });

test('a site that has everything may be deployed', () => {
  expect(missing({})).toEqual([]);
});

test('settings as the repository ships them are missing', () => {
  expect(config({ vars: { DESK_EMAILS: '', ACCESS_AUD: '' } })).toHaveLength(2);
  expect(config({ vars: { DESK_EMAILS: 'practitioner@example.com' } })).toHaveLength(1);
  expect(config({ vars: { SITE_URL: 'https://www.example.com' } })).toEqual([
    'SITE_URL: "www.example.com" is only an example',
  ]);
  expect(config({ vars: { SITE_URL: 'http://localhost:8787' } })).toEqual([]);
  const zero = '00000000-0000-0000-0000-000000000000';
  expect(config({ d1_databases: [{ binding: 'DB', database_id: zero }] })).toHaveLength(1);
});

test('a secret counts as set only when Cloudflare lists it', () => {
  expect(missing({ secrets: new Set() })).toEqual(['SEAL_KEYS is not set']);
  expect(missing({ secrets: undefined })).toEqual([
    'SEAL_KEYS: nobody has asked Cloudflare whether it is set',
  ]);
});

test('a sealing key that nobody shows to have kept is asked for', () => {
  expect(missing({ keyKept: undefined })).toHaveLength(1);
  expect(missing({ keyKept: false })[0]).toContain('That is not how the sealing key ends');
});
