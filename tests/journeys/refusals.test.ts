import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { senderOf } from '../../worker/intake/sender.ts';
import { askWith, person, program, publishForEachTest, sign } from '../support/access-assertions.ts';
import { arrived } from '../support/desk.ts';
import { earlyInMinute } from '../support/minute.ts';
import { atDesk } from '../support/practitioner.ts';
import { browserHeaders, goodForm, send, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

publishForEachTest();

/** The lines that were logged meanwhile. */
async function logged(work: () => Promise<unknown>) {
  const lines: Record<string, unknown>[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(JSON.parse(line)));
  await work();
  spy.mockRestore();
  return lines;
}

const wrong = 'A'.repeat(22);
const contact = 'guess@example.com';
const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };
const own = async () => linkOf(await send(goodForm));
const file = { path: '/desk/exports', method: 'POST', body: new URLSearchParams({ kind: 'full' }) };

const refusals: [string, () => Promise<() => Promise<Response>>, object][] = [
  [
    'a failed login',
    async () => () => askWith('forged', { path: '/desk/enquiries/abc' }),
    { event: 'desk_refused', route: '/desk/enquiries/:id', status: 403, refusal: 'invalid' },
  ],
  [
    'a stranger’s login',
    async () => async () => askWith(await sign({ ...person, email: 'stranger@example.com' })),
    { event: 'desk_refused', route: '/desk', status: 403, refusal: 'stranger' },
  ],
  [
    'a service token that is not listed',
    async () => async () => askWith(await sign({ ...program, common_name: 'stranger.access' }), file),
    { event: 'desk_refused', route: '/desk/exports', status: 403, refusal: 'program' },
  ],
  [
    'a desk form from another site',
    async () => () => atDesk('/desk/enquiries/abc/stage', { method: 'POST', headers: elsewhere }),
    { event: 'desk_refused', route: '/desk/enquiries/:id/stage', status: 403, refusal: 'elsewhere' },
  ],
  [
    'an enquiry from another site',
    async () => () => send(goodForm, elsewhere),
    { event: 'request_refused', route: '/enquiry', status: 403, refusal: 'elsewhere' },
  ],
  [
    'a visitor’s own form from another site',
    async () => {
      const path = await own();
      return () => atLink(path, { contact, action: 'see' }, elsewhere);
    },
    { event: 'request_refused', route: '/yours/:reference/:tag', status: 403, refusal: 'elsewhere' },
  ],
  [
    'a guess at an own enquiry',
    async () => {
      const path = await own();
      return () => atLink(path, { contact, action: 'see' });
    },
    { event: 'request_refused', route: '/yours/:reference/:tag', status: 422, refusal: 'wrong-contact' },
  ],
  ...['/yours', '/sent'].flatMap((place) =>
    [`34679CDF/${wrong}`, '34679CDF/x', `OOOOOOOO/${wrong}`, `34679cdf/${wrong}`].map(
      (end) =>
        [
          `a wrong tag, ${place}/${end}`,
          async () => () => visit(`${place}/${end}`),
          { event: 'request_refused', route: `${place}/:reference/:tag`, status: 404, refusal: 'wrong-tag' },
        ] as (typeof refusals)[number],
    ),
  ),
];

test.each(refusals)(
  '%s leaves one line in the log, which says where and why and nothing of a person',
  async (_what, prepare, line) => {
    const ask = await prepare();
    expect(await logged(ask)).toEqual([line]);
  },
);

test('a failure inside says where it was', async () => {
  const { path } = await arrived();
  await env.DB.exec('drop table enquiries');
  expect(await logged(() => atDesk(path))).toEqual([
    { event: 'request_failed', route: '/desk/enquiries/:id', status: 500, code: 'no_such_table' },
  ]);
});

/** The statuses of so many tries, each by one that a number makes. */
async function tries(howMany: number, ask: (n: number) => Promise<Response>) {
  const statuses: number[] = [];
  for (let n = 0; n < howMany; n++) statuses.push((await ask(n)).status);
  return statuses;
}

const from = (address: string) => ({ headers: { ...browserHeaders, 'CF-Connecting-IP': address } });

test('wrong tags are limited for one reference and for one sender, and a right one still opens', async () => {
  const path = await own();
  const [, , reference] = path.split('/');
  await earlyInMinute();
  const byReference = await tries(25, (n) => visit(`/yours/${reference}/${wrong}`, from(`192.0.2.${n}`)));
  expect(byReference.filter((status) => status === 404).length).toBeLessThanOrEqual(20);
  expect(byReference).toContain(429);
  const letters = '34679CDFGHJKMNPQRTVWXY';
  const bySender = await tries(42, (n) =>
    visit(`/sent/${letters[n % 22]}${letters[n >> 4]}679CDF/${wrong}`, from('192.0.2.250')),
  );
  expect(bySender).toContain(429);
  expect((await visit(path, from('192.0.2.250'))).status).toBe(200);
}, 30_000);

test('one sender who guesses at many enquiries is limited; too many enquiries are one line each', async () => {
  await earlyInMinute();
  const links: string[] = [];
  for (let n = 0; n < 3; n++) links.push(await linkOf(await send({ ...goodForm, name: `Person ${n}` })));
  const address = { 'CF-Connecting-IP': '2001:db8:1:2::9' };
  const guesses = await tries(45, (n) => atLink(`${links[n % 3]}`, { contact, action: 'see' }, address));
  expect(guesses.slice(0, 10)).toEqual(Array(10).fill(422));
  expect(guesses).toContain(429);

  let last: Record<string, unknown>[] = [];
  for (let n = 0; n < 42 && last.length === 0; n++) {
    // Each from another address of the same network.
    const more = { 'CF-Connecting-IP': `2001:db8:7:7::${n.toString(16)}` };
    last = (await logged(() => send({ ...goodForm, name: `N${n}` }, more))).filter(
      ({ status }) => status === 429,
    );
  }
  expect(last).toEqual([{ event: 'request_refused', route: '/enquiry', status: 429, refusal: 'too-many' }]);
}, 60_000);

test.each([
  [
    '192.0.2.1',
    ['192.0.2.1', ' 192.0.2.1 ', '::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:c000:0201'],
  ],
  [
    '2001:db8:0:12::/64',
    [
      '2001:db8:0:12::1',
      '2001:DB8:0:12:ffff:ffff:ffff:ffff',
      '2001:0db8:0000:0012:0000:0000:0000:0001',
      '2001:db8::12:0:0:0:9',
      '2001:db8:0:12::192.0.2.1',
    ],
  ],
  ['0:0:0:0::/64', ['::1', '::']],
  ['fe80:0:0:0::/64', ['fe80::1']],
  ['2001:db8:1:2::/64', ['2001:db8:1:2:3:4:5:6']],
])('a sender is %s, however the address is written', (sender, writings) => {
  expect(writings.map(senderOf)).toEqual(writings.map(() => sender));
});

test('addresses next to each other are two senders where their owners are two', () => {
  expect(senderOf('192.0.2.1')).not.toBe(senderOf('192.0.2.2'));
  expect(senderOf('::ffff:192.0.2.1')).not.toBe(senderOf('::ffff:192.0.2.2'));
  expect(senderOf('2001:db8:0:12::1')).not.toBe(senderOf('2001:db8:0:13::1'));
  // Whatever it is, it is somebody's.
  expect(senderOf('fe80::1%eth0')).toBe('fe80::1%eth0');
});
