import { type Encoded, encodings } from './encodings.ts';

export const most = 64 * 1024;

/** A piece as often as it fits into so many bytes. */
function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.floor(bytes / new TextEncoder().encode(piece).length));
}

const pieces = {
  letters: 'a',
  words: 'word ',
  marks: '\u0301\u0323',
  'a letter and thirty marks': `e${'\u0301\u0323'.repeat(15)}`,
  'a letter and one mark': 'e\u0301',
  'marks that are made of marks': '\u0344',
  Hangul: '\u1112\u1161\u11ab',
  'Hangul, put together': '한',
  'a ligature of eighteen letters': '\ufdfa',
  'ligatures of three': 'ﬃ',
  spaces: ' ',
  'spaces and a letter': `${' '.repeat(99)}a`,
  'spaces of all kinds': ' \u00a0\u2003\u3000\t\u200b',
  'line breaks': '\r\n',
  'carriage returns': '\r',
  'control characters': '\u0001\u007f',
  NUL: '\0',
  families: '👨‍👩‍👧‍👦',
  flags: '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  joiners: '\u200d',
  'variation selectors': '\ufe0f',
  'direction marks': '\u202d\u202c',
  markup: '<a ',
  quotes: '"\'&<>',
  percent: '%',
  digits: '0',
  'digits and signs': '+44 (0)7-',
  'digits of another script': '٠',
  extensions: ' ext 1',
  numbers: '07700 900123 ',
  at: '@',
  'letters and at': 'a@',
  dots: '.',
  'letters and dots': 'a.',
  'an address of many dots': 'a@a.',
  addresses: 'ada@example.com, ',
  'angle brackets': '<a@b.c> ',
  'letters that grow in small': 'İ',
  'letters that grow in capitals': 'ßŉ',
  links: 'http:/',
  'www.': 'www',
  Thai: 'กำ',
  Devanagari: 'क्षि',
} as const;

/** Texts of so many bytes that some function might choke on. */
export function costlyTexts(bytes: number): [kind: string, text: string][] {
  const texts = Object.entries(pieces).map(([kind, piece]): [string, string] => [kind, filled(piece, bytes)]);
  const half = Math.floor(bytes / 2) - 2;
  return [
    ...texts,
    ['marks from high to low', `a${filled('\u0301', half)}${filled('\u0323', half)}`],
    ['a long local part', `${'a'.repeat(bytes - 8)}@b.com`],
    ['a long domain', `a@${filled('a-', bytes - 8)}.com`],
    ['an address without an end', `${'a'.repeat(half)}@${'a'.repeat(half)}`],
    ['spaces between two letters', `a${' '.repeat(bytes - 2)}a`],
  ];
}

const urlencoded = (text: string): Encoded => ({ type: 'application/x-www-form-urlencoded', text });
const multipart = (text: string, boundary = 'x'): Encoded => ({
  type: `multipart/form-data; boundary=${boundary}`,
  text,
});
const part = (name: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n\r\n`;

/** Bodies of 64 KiB that are odd as a whole, for a form with that field. */
export function costlyBodies(field: string): [kind: string, body: Encoded][] {
  const one = encodeURIComponent(field);
  const deep = '[a]'.repeat(20_000);
  return [
    ...['&', '=', '&=', '%', '%2', '%C3', '%41', '%F0%9F%91%8D', '%CC%81%CC%A3', '+', '\ufffd', '\0'].map(
      (piece): [string, Encoded] => [`“${piece}” over and over`, urlencoded(filled(piece, most))],
    ),
    ['many fields', urlencoded(numbered((n) => `a${n}=&`))],
    ['one field, many times', urlencoded(filled(`${one}=&`, most))],
    ['one field, always different', urlencoded(numbered((n) => `${one}=${n}&`))],
    ['one field of percent signs', urlencoded(`${one}=${filled('%', most - 20)}`)],
    ['one field of encoded marks', urlencoded(`${one}=${filled('%CC%A3%CC%81', most - 20)}`)],
    ['a deep name', urlencoded(`${one}${deep}=x`)],
    ['a deep object', urlencoded(filled('__proto__[a]=1&', most))],
    ['many parts', multipart(`${filled(part('a'), most - 20)}--x--\r\n`)],
    ['many parts of one name', multipart(`${filled(part(field), most - 20)}--x--\r\n`)],
    ['many parts, cut off', multipart(filled(part(field), most))],
    ['many files', multipart(`${filled(part(field, '; filename="a"'), most - 20)}--x--\r\n`)],
    ['a long header', multipart(`${part('a'.repeat(most - 100))}--x--\r\n`)],
    ['many headers', multipart(`--x\r\n${filled('A: b\r\n', most - 20)}\r\n`)],
    ['nothing but boundaries', multipart(filled('--x\r\n', most))],
    ['nothing but almost boundaries', multipart(`${part(field)}${filled('\r\n--', most - 100)}`)],
    [
      'a long boundary that almost comes',
      multipart(`--${'a'.repeat(70)}\r\n${filled('-', most - 100)}`, 'a'.repeat(70)),
    ],
    ['a boundary of dashes', multipart(filled('-', most), '-'.repeat(60))],
    ['a boundary that is too long', multipart(filled('a', most), 'a'.repeat(8000))],
    [
      'a boundary that is too long and almost comes',
      multipart(`${`\r\n--b${'a'.repeat(7998)}c`.repeat(4)}${filled('a', 30_000)}`, `b${'a'.repeat(7999)}`),
    ],
    ['a deep name in a part', multipart(`${part(`${field}${deep}`)}--x--\r\n`)],
  ];
}

function numbered(make: (n: number) => string): string {
  let text = '';
  for (let n = 0; text.length < most - 20; n++) text += make(n);
  return text;
}

/** A form in which one field is nearly all. */
export function withCostly(fields: Record<string, string>, name: string, text: string): Encoded {
  return encodings.multipart(Object.entries({ ...fields, [name]: text }));
}
