import { expect, test } from 'vitest';
import { readAttribution, withAttribution } from '../../pages/attribution.ts';

function read(query: string) {
  const params = new URLSearchParams(query);
  return readAttribution((key) => params.get(key));
}

test('plain campaign codes are kept, and everything else is dropped', () => {
  expect(read('c=fb-nov-a&utm_source=google&utm_medium=cpc&utm_campaign=a.b_c-1&utm_content=2')).toEqual({
    c: 'fb-nov-a',
    utm_source: 'google',
    utm_medium: 'cpc',
    utm_campaign: 'a.b_c-1',
    utm_content: '2',
  });
  expect(read('utm_term=back&gclid=1&fbclid=2&C=upper&c=')).toEqual({});
  for (const value of ['a b', 'x'.repeat(65), '<script>', 'a%0A', 'é', 'name@example.com']) {
    expect(read(`c=${value}`)).toEqual({});
  }
});

test('an internal link carries the campaign in front of its fragment', () => {
  expect(withAttribution('/#enquiry', { c: 'fb-nov-a', utm_source: 'x' })).toBe(
    '/?c=fb-nov-a&utm_source=x#enquiry',
  );
  expect(withAttribution('/privacy', {})).toBe('/privacy');
});
