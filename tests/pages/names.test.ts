import { describe, expect, test } from 'vitest';
import { nameLine, plainLine } from '../../pages/typed-text.ts';

describe('a name that nobody could see is none', () => {
  test.each([
    ['zero-width space', '\u200b'],
    ['joiners', '\u200d\u200c'],
    ['spaces of all kinds', ' \t\n\u00a0\u2003\u3000\u2028'],
    ['marks without a letter', '\u0301\u0308\u20dd'],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['braille blank', '\u2800\u2800'],
    ['directions', '\u202a\u202c\u202d\u202e\u2066\u2069\u200e\u200f\u061c'],
    ['variation selectors', '\ufe0f\u{e0100}\u180b'],
    ['tags', '\u{e0067}\u{e007f}'],
    ['control characters', '\u0001\u0085\u009f'],
    ['soft hyphen, word joiner, byte order mark', '\u00ad\u2060\ufeff'],
    ['grapheme joiner and Khmer vowels', '\u034f\u17b4\u17b5'],
    ['a mark on a blank', '\u2800\u0301'],
    ['all of them', '\u3164 \u200b\u2800\u0301\u202e\ufe0f'],
  ])('%s', (_what, typed) => {
    expect(nameLine(typed)).toBe('');
  });
});

describe('marks that nobody sees go from a name', () => {
  test.each([
    ['\u202aJane Doe\u202c', 'Jane Doe'],
    ['\ufeffJane\u200b \u2060Doe', 'Jane Doe'],
    ['Ja\u00adne', 'Jane'],
    ['Ja\u200dne\u200c Doe\u200d', 'Jane Doe'],
    ['Jane\u3164Doe', 'JaneDoe'],
    ['Jane\u2800\u2800Doe', 'Jane Doe'],
    ['  Jane \t\u00a0 Doe ', 'Jane Doe'],
    ['Jane \u200b Doe', 'Jane Doe'],
    ['\u202eenaJ', 'enaJ'],
    ['Ада\u200dм', 'Адам'],
    ['\u200d👍\u200d', '👍'],
    ['葛\u{e0100}城', '葛城'],
  ])('%j', (typed, name) => {
    expect(nameLine(typed)).toBe(name);
  });
});

describe('a name keeps what its script or its emoji needs', () => {
  test.each([
    ['Persian', 'علی\u200cرضا'],
    ['Hindi', 'शर्\u200dमा'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['Bengali', 'র\u200d্যা'],
    ['Malayalam, at the end of a word', 'ജോണ്\u200d മാത്യു'],
    ['a family', '👩\u200d👩\u200d👧 Doe'],
    ['a colour of skin', '👩🏽\u200d⚕'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['Thai', 'กมลชนก'],
    ['Arabic', 'مُحَمَّد'],
    ['Korean', '김민지'],
    ['Irish', 'Seán Ó’Briain'],
    ['Hawaiian', 'Kaʻiulani'],
    ['one letter', 'O'],
    ['a sign', '☆'],
    ['a number', '7'],
  ])('%s', (_script, name) => {
    expect(nameLine(name)).toBe(name);
  });
});

test('a line that is no name has no joiners either', () => {
  expect(plainLine('\u202d jane\u200d \u200b doe \u2800\u202c')).toBe('jane doe');
});
