import { expect, test } from 'vitest';
import { displayPhone } from '../../pages/content/phone.ts';
import type { StoredAnswers } from '../../pages/content/questions.ts';
import { readFilter } from '../../pages/desk/inbox/filter.ts';
import { matcher } from '../../pages/desk/inbox/matcher.ts';

const found = (q: string, answers: Partial<StoredAnswers>, reference = '3679CDFG') =>
  matcher(q)({ reference, answers: { name: '', ...answers } as StoredAnswers });

test.each([
  ['Łukasz', 'lukasz'],
  ['Søren', 'soren'],
  ['Søren', 'SOEREN'],
  ['Đặng', 'dang'],
  ['Strauß', 'strauss'],
  ['STRAUẞ', 'strauß'],
  ['Kjær', 'kjaer'],
  ['Œuvrard', 'oeuvrard'],
  ['Þórr', 'thorr'],
  ['Işık', 'isik'],
  ['İnci', 'inci'],
  ['Ħamrun', 'hamrun'],
  ['Müller', 'muller'],
  ['Müller', 'mueller'],
  ['Åse', 'aase'],
  ['Zoë', 'zoe'],
  ['Zoe\u0308', 'Zoë'],
  ['Nguyễn', 'nguyen'],
  ['Əliyev', 'eliyev'],
  ['Ɗanladi', 'danladi'],
  ['Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
  ['Ёлкина', 'елкина'],
])('%s is found by %s, and the other way round', (one, other) => {
  expect(found(other, { name: one })).toBe(true);
  expect(found(one, { name: other })).toBe(true);
  expect(found(`x${other}`, { name: one })).toBe(false);
});

test.each(['’', "'", '‘', 'ʼ', '`', '´', '′', '＇', ' ', '', '-', '\u200b', '\u2019\u00a0'])(
  'O%sBrien is O’Brien, O Brien and obrien',
  (between) => {
    for (const other of ['O’Brien', "o'brien", 'o brien', 'OBRIEN', 'O´Brien', 'Ada O’Brien'])
      expect([other, found(`O${between}Brien`, { name: other })]).toEqual([other, true]);
    expect(found('o’brien', { name: `Ada O${between}Brien` })).toBe(true);
  },
);

test.each(['-', '‐', '‑', '–', '—', '−', '－', ' ', '  ', '\u00a0', '\u202f', ''])(
  'Anne%sMarie is Anne-Marie, Anne Marie and annemarie',
  (between) => {
    for (const other of ['Anne-Marie', 'anne marie', 'AnneMarie', 'Anne\u00a0Marie', 'Anne—Marie'])
      expect([other, found(`anne${between}marie`, { name: other })]).toEqual([other, true]);
  },
);

test.each([
  ['two spaces', 'ada  example'],
  ['a space that does not break', 'ada\u00a0example'],
  ['spaces around', '\u2003 ada example\u00a0'],
  ['an invisible mark', '\u200bada\u2060 exa\u00admple\ufeff'],
  ['marks of direction', '\u202dada example\u202c'],
  ['marks of direction, newer ones', '\u2066ada\u2069 \u200fexample'],
  ['the last name first', 'Example, Ada'],
  ['initials', 'a exam'],
  ['an address in capitals', 'ADA.Example@Mail.EXAMPLE'],
  ['half an address', '@mail.ex'],
  ['a name and half an address', 'ada @mail'],
  ['the reference', '3679cdfg'],
  ['the reference with a mark', '\u202a3679CDFG\u202c'],
  ['the reference in two', '3679 CDFG'],
])('somebody is found by what was pasted or typed in a hurry: %s', (_what, q) => {
  expect(found(q, { name: 'Ada Example', email: 'ada.example@mail.example' })).toBe(true);
  expect(found(q, { name: 'Ben Sample', email: 'ben@post.test' }, '79CDFGHJ')).toBe(false);
});

test.each([
  [
    '+447700900123',
    ['07700 900123', '0770090', '+44 (0)7700 900123', '+44 07700', '00447700', '900123', '(07700)'],
  ],
  [
    '+447700900123',
    ['\u202d07700 900123\u202c', '０７７００', '07700–900–123', 'tel:+447700900123', '07700.900.123'],
  ],
  [
    '+442079460123',
    ['020 7946 0123', '(020) 7946', '+44 20 7946 0123', '7946 0123', '020-7946-0123', '44 (0) 20'],
  ],
  [
    '+442079460123;ext=5',
    ['020 7946 0123', '020 7946 0123 ext. 5', '020 7946 0123 x5', '+442079460123;ext=5'],
  ],
  ['+33612345678', ['(+33) 6 12 34', '+33 6 12', '06 12 34 56', '0033612', '33 6']],
  ['+4930123456', ['+49 (0)30 123', '(+49) 30', '030 1234']],
])('a number is found in any written form, and as the desk shows it: %s', (phone, typed) => {
  for (const q of [...typed, displayPhone(phone), displayPhone(phone).replace(/^\+(\d+)/, '(+$1)')])
    expect([q, found(q, { name: 'Ada', phone })]).toEqual([q, true]);
  for (const q of ['07700 900124', '+44 7946', '12', '()-', '020 7946 0124'])
    expect([q, found(q, { name: 'Ada', phone })]).toEqual([q, false]);
});

test('what nobody is called finds nobody, and words do not run into each other', () => {
  for (const q of ['nobody-at-all', "'", '.', '—', '.*', '(?:', '\\', 'ned', 'example ben'])
    expect([q, found(q, { name: 'Ann Edwards Example' })]).toEqual([q, false]);
  expect(found('山田見本', { name: '山田 見本' })).toBe(true);
  expect(found('🙂', { name: 'Pat 🙂' })).toBe(true);
  expect(matcher('ada')({ reference: '3679CDFG', answers: undefined })).toBe(false);
});

test('a search of nothing but invisible marks is no search', () => {
  for (const q of ['', ' ', '\u200b', '\u202d \u00a0', '\0', '\u0301'])
    expect(readFilter((name) => (name === 'q' ? q : undefined)).q).toBe('');
});

test('twenty thousand names are looked through in a small part of the time that opening them takes', () => {
  const matches = matcher('lukasz o’brien');
  const answers = { name: 'Zoë Wiśniewska-Müller', email: 'zoe@mail.example' } as StoredAnswers;
  const started = performance.now();
  for (let n = 0; n < 20_000; n++) matches({ reference: '3679CDFG', answers });
  expect(performance.now() - started).toBeLessThan(500);
});
