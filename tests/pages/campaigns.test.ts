import { expect, test } from 'vitest';
import {
  attributionInAddress,
  attributionInForm,
  campaignWords,
  noCampaign,
  withAttribution,
} from '../../pages/attribution.ts';
import { isMarker } from '../../pages/campaign-value.ts';
import { headlineByCampaign, headlineFor, headlines } from '../../pages/content/headlines.ts';

const read = (query: string) => attributionInAddress(`https://practice.example/?${query}`);
const campaign = (value: string) => read(`utm_campaign=${value}`).utm_campaign;

/** A value as it is, encoded, encoded twice, and three times; and posted in a form. */
function everyWay(value: string) {
  const once = encodeURIComponent(value);
  const twice = encodeURIComponent(once);
  const ways = [value.replaceAll(' ', '+').replaceAll('&', '%26'), once, twice, encodeURIComponent(twice)];
  return [
    ...ways.map(campaign),
    ...[value, once].map((text) => attributionInForm([['utm_campaign', text]]).utm_campaign),
  ];
}

test.each([
  ['research', 'c=research'],
  ['capitals', 'c=Research'],
  ['capitals in the name', 'C=RESEARCH'],
  ['a second question mark', 'c=research?fbclid=IwAR0abcdefghijklmnop'],
  ['a second question mark before it', 'gclid=1?c=research'],
  ['two question marks in front', '?c=research'],
  ['an ampersand as HTML writes it', 'utm_source=a&amp;c=research'],
  ['the same, encoded', 'utm_source=a&amp%3Bc=research'],
  ['an ampersand written so twice', 'x=1&amp;amp;C=Research/'],
  ['a slash', 'c=research/'],
  ['a full stop', 'c=research.'],
  ['a comma', 'c=research,'],
  ['a bracket', 'c=research)'],
  ['a full stop and a bracket', 'c=research.)'],
  ['a quotation mark and a sign', 'c=%22research%22%3E'],
  ['spaces', 'c=+research%20'],
  ['a space that does not break', 'c=research%C2%A0'],
  ['a line end', 'c=research%0D%0A'],
  ['an invisible mark', 'c=re%E2%80%8Bsearch'],
  ['wide letters', 'c=%EF%BD%92esearch'],
  ['encoded twice', 'c=%2572esearch'],
  ['all of it encoded', 'c%3DResearch%26utm_source%3Da'],
  ['what follows encoded', 'c=research%3Ffbclid%3Dabc%26utm_source%3Da'],
  ['what follows encoded twice', 'c=research%253Ffbclid%253Dabc'],
  ['empty first', 'c=&c=research'],
  ['a placeholder first', 'c={campaignid}&c=research&c=other'],
  ['a condition first', 'c=back-pain&c=research'],
  ['a name with a space', 'c%20=research'],
  ['a quotation mark before the name', '%22c=research'],
  ['a semicolon', 'c=research;utm_source=a'],
  ['a place on the page, encoded', 'c=research%23enquiry'],
])('the code "research" is read, and its headline shown: %s', (_how, query) => {
  const { c } = read(query);
  expect(c).toBe('research');
  expect(headlineFor(c)).toBe(headlines.research);
});

test.each([
  ['fb-nov-a', 'fb-nov-a'],
  ['Spring Offer', 'Spring-Offer'],
  ['UK | Search - Brand', 'UK-Search-Brand'],
  ['a.b_c-1', 'a.b_c-1'],
  ['--a__b..c--', 'a-b-c'],
  ['R&D: 50% off!', 'R-D-50-off'],
  ['Café Été', 'Cafe-Ete'],
  ['Łódź-Straße', 'Lodz-Strasse'],
  ['Mother’s day', 'Mothers-day'],
  ['🔥 Sale', 'Sale'],
  ['[UK] Autumn', 'UK-Autumn'],
  ['none', 'none'],
  ['withheld', 'withheld'],
  ['120210000000000017', '120210000000000017'],
  ['20912345678', '20912345678'],
  ['144123456789', '144123456789'],
  ['kwd-300000000000:loc-2826', 'kwd-300000000000-loc-2826'],
  ['2026-11_Search_UK_40plus_v2_250k_a1', '2026-11_Search_UK_40plus_v2_250k_a1'],
  ['2026-01-15', '2026-01-15'],
  ['x'.repeat(65), 'x'.repeat(64)],
  [`${'x'.repeat(63)}-y`, 'x'.repeat(63)],
  ['holiday in Spain', 'holiday-in-Spain'],
  ['painting class', 'painting-class'],
  ['Chronicle', 'Chronicle'],
  ['trade-press-insert', 'trade-press-insert'],
  ['teacher', 'teacher'],
  ['campaign', 'campaign'],
  ['campaign}', 'campaign'],
  ['UK #autumn', 'UK-autumn'],
  ['birthday', 'birthday'],
  ['<', undefined],
  ['/', undefined],
  [' - ', undefined],
])('a value is tidied: %s', (value, code) => {
  expect(everyWay(value)).toEqual(everyWay(value).map(() => code));
});

test.each([
  'back-pain',
  'Back Pain November',
  'backpainnovember',
  'back_pain',
  'BACK.PAIN',
  'lower-back',
  'nhs-sciatica-2026',
  'Pregnancy',
  'p-a-i-n',
  'sci-atica',
  'paintherapy',
  'knee pain',
  'migraine',
  'Endométriose endometriosis',
  'IVF2026',
  'frozen.shoulder',
  'ｐａｉｎ',
  'pa\u200bin',
  'stress',
  'Knee',
  'destress',
  'fbclid-IwAR0',
  'fbclidIwAR0abc',
  'gclid.Cj0KCQiAexample1_AAAAAAAAAAAAAAAAAAAAAAAA-BwE',
  'Cj0KCQiAexample1_AAAAAAAAAAAAAAAAAAAAAAAA-BwE',
  'EAIaIQobChMI8ezr3p2Z9QIVh-3tCh0abcdefEAAYASAAEgJx',
  'IwAR2F4-dbP0l7Mn1IawQQGCINEz7PYXQvwjNwB_qa2ofrHyiLjcbCRxTDMgk',
  'IwZXh0bgNhZW0CMTEAAR0abcdefghijk',
  '0123456789abcdef0123456789abcdef',
  '01234567-89AB-cdef-0123-456789abcdef',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'name@example.com',
  'ad for jane.doe@example.co.uk now',
  'jane＠example.com',
  'jane (at) example.com',
  'jane at example dot com',
  'amFuZS5kb2VAZXhhbXBsZS5jb20',
  '07700900123',
  '07700 900 123',
  '07700_900_123',
  '01632/960123',
  '+44+7700+900123',
  'call-07700-900-123-now',
  '(020) 7946 0123',
  '020-7946-0123',
  '+44 7700 900123',
  '+44 (0)20 7946 0123',
  '447700900123',
  '0044 7700 900123',
  '+33612345678',
  '06 12 34 56 78',
])('a value that names a condition or a person is withheld: %s', (value) => {
  expect(everyWay(value)).toEqual(everyWay(value).map(() => '(withheld)'));
});

test.each([
  '{campaignid}',
  '{{campaign.name}}',
  '{keyword:default}',
  '{keyword:back pain}',
  'nov-{campaignid}-a',
  '{campaignid',
  '｛campaignid｝',
  '[campaign]',
  '[campaign]-[adset]',
  'nov-[campaign_name]',
  '__CAMPAIGN__',
  'tt-__CAMPAIGN_NAME__',
  '$(x)',
  '$'.concat('{x}'),
  '$campaign',
  '%%x%%',
  '%%campaign%%',
  '%campaign%',
  '*|CAMPAIGN|*',
  '|CAMPAIGN|',
  '_CAMPAIGN_',
  '((campaign))',
  'campaign.name}}',
  '__campaign.name__',
  '__CAMPAIGN_ID2__',
  'undefined',
  '<campaign>',
  '<%= id %>',
  '@@id@@',
  '##id##',
  'Акция',
  'Акция-2026',
  '春',
  '🔥',
])('a value that cannot be read is not the same as none: %s', (value) => {
  // A percent sign that stands for itself is one that the address has as it is.
  const ways = value.startsWith('%') ? [campaign(value)] : everyWay(value);
  expect(ways).toEqual(ways.map(() => '(unreadable)'));
});

test('what stands in place of a value travels on, and no value can pretend to be “no campaign”', () => {
  for (const marker of ['(withheld)', '(unreadable)']) {
    expect(read(withAttribution('', { c: marker }).slice(1))).toEqual({ c: marker });
    expect(everyWay(marker)).toEqual(everyWay(marker).map(() => marker));
  }
  expect(read('c=(withheld').c).toBe('(withheld)');
  expect(read('c=(none)').c).toBe('none');
  expect([noCampaign, '', null].map(campaignWords)).toEqual(Array(3).fill('No campaign'));
  expect(campaignWords('none')).toBe('none');
});

test('of two values that cannot be stored, one that was withheld says more', () => {
  expect(read('c={id}&c=pain').c).toBe('(withheld)');
  expect(read('c=pain&c={id}').c).toBe('(withheld)');
});

test('only what names the advert is read, in one order', () => {
  expect(
    read('utm_content=2&utm_medium=cpc&utm_source=google&utm_campaign=a&c=b&utm_term=d&gclid=e'),
  ).toEqual({ c: 'b', utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'a', utm_content: '2' });
  expect(Object.keys(read('utm_source=a&c=b'))).toEqual(['c', 'utm_source']);
  expect(read('utm_term=a&UTM_TERM=b&amp;utm_term=c&fbclid=2&c=&cc=3')).toEqual({});
  expect(attributionInForm([['message', 'see ?c=research&utm_source=x']])).toEqual({});
});

test('an internal link carries the campaign in front of its fragment', () => {
  expect(withAttribution('/#enquiry', { c: 'fb-nov-a', utm_source: 'x' })).toBe(
    '/?c=fb-nov-a&utm_source=x#enquiry',
  );
  expect(withAttribution('/privacy', {})).toBe('/privacy');
});

test('a campaign gets the headline its advert promised; anything else gets the usual one', () => {
  for (const [code, key] of Object.entries(headlineByCampaign)) {
    // A code that is changed or withheld on the way in would never be found.
    expect(read(`c=${code}`).c).toBe(code);
    expect(headlineFor(code)).toBe(headlines[key]);
  }
  for (const code of [undefined, 'unknown', 'constructor', '__proto__', '(withheld)'])
    expect(headlineFor(code)).toBe(headlines.worthTrying);
});

test('a long address is read quickly', () => {
  for (const text of ['%25', 'a-', '0 ', '(', '[a', 'pa', '__a', '&amp;', '?c=', '\u0301']) {
    const started = performance.now();
    read(`c=${text.repeat(8000)}&utm_source=${text.repeat(8000)}`);
    expect([text, performance.now() - started < 200]).toEqual([text, true]);
  }
  expect(isMarker('constructor')).toBe(false);
});
