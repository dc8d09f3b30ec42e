import { expect, test } from 'vitest';
import { checkText } from '../../guard/check-text.ts';
import { sentencesOf } from '../../guard/sentences.ts';

const rulesIn = (text: string, place?: string) =>
  checkText(text, place === undefined ? {} : { place }).map(({ rule }) => rule);

test('a violation names the words, the rule, why, and what to write instead', () => {
  const [violation] = checkText('Acupuncture cured my back.');
  expect(violation).toMatchObject({ words: 'cured', rule: 'cure', sentence: 'Acupuncture cured my back.' });
  expect(violation?.why).not.toBe('');
  expect(violation?.instead).not.toBe('');
});

test('a sentence ends where a reader ends it', () => {
  expect(
    sentencesOf('About 0.38, e.g. Smith et al. Found little\nA heading without a stop\nOne. Two?'),
  ).toEqual(['About 0.38, e.g. Smith et al. Found little', 'A heading without a stop', 'One.', 'Two?']);
});

test('the word "short-term" must stand in the same sentence', () => {
  expect(rulesIn('It may give some people short-term relief.')).toEqual([]);
  expect(rulesIn('Only short-term effects are known. It may give some people relief.')).toEqual([
    'relief without "short-term"',
  ]);
});

test('a denial is fair only where it reaches the words', () => {
  expect(rulesIn('It is not a cure.')).toEqual([]);
  expect(rulesIn('A study has not shown that it, or anything else, cures back pain.')).toEqual([]);
  expect(rulesIn('It is not a drug, it cures.')).toEqual(['cure']);
  expect(rulesIn('Not only does it ease, it cures.')).toContain('cure');
  expect(rulesIn('People who do not exercise can be cured.')).toEqual(['cure']);
  expect(rulesIn('There is nothing acupuncture cannot cure.')).toContain('cure');
  expect(rulesIn('Acupuncture (which is not a cure) is an old practice.')).toEqual([]);
});

test('curly quotes, odd hyphens and hidden characters hide nothing', () => {
  expect(rulesIn('Be pain\u2011free')).toEqual(['get rid of pain']);
  expect(rulesIn('A cu\u00adre')).toEqual(['cure']);
  expect(rulesIn('Don’t suffer')).toEqual(['fear']);
});

test('a question is fair, a slogan with a question mark is not', () => {
  expect(rulesIn('Is it a cure?')).toEqual([]);
  expect(rulesIn('Are you ready for a cure?')).toEqual(['cure']);
});

test('another condition may be named in its registered places only, and treated in none', () => {
  expect(rulesIn('A slipped disc can cause sciatica.', 'causes')).toEqual([]);
  expect(rulesIn('A slipped disc can cause sciatica.', 'enquiry')).toEqual([
    'a condition outside its places',
  ]);
  expect(rulesIn('Acupuncture helps sciatica.', 'causes')).toContain(
    'another condition as something treated',
  );
});

test('the title of a source is not ours to word', () => {
  expect(
    rulesIn(
      'NICE. Low back pain and sciatica in over 16s: assessment and management (NG59). 2020',
      'sources',
    ),
  ).toEqual([]);
});
