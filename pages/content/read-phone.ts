import { plainLine, usualDigits, usualWidth, withoutEnd } from '../typed-text.ts';
import { digitsOf, parsePhone, standardPhone } from './phone.ts';
import { digitsIn, runsIn, spansOf } from './phone-runs.ts';

interface ReadPhone {
  /** As it is stored: in the standard form when it rings, else as it was typed. */
  phone: string;
  /** The words around it, such as "after 6pm". */
  remark: string;
}

// More than anybody types; what is longer could make a server work for long.
const longest = 200;
const mostTries = 60;

/** The first number in a text that rings, or the one with most digits if none does, and the words around it. */
export function readPhone(typed: string): ReadPhone {
  const text = zerosForOs(usualDigits(usualWidth(plainLine(typed))).replace(/\u20e3|^tel:/giu, ''));
  const runs = runsIn(text.slice(0, longest));
  for (const { start, end } of runs.flatMap((run) => spansOf(text, run)).slice(0, mostTries)) {
    const number = parseTyped(text.slice(start, end));
    const { ext, end: whole } = withExtension(text, end);
    if (number) return { phone: standardPhone({ ...number, ext }), remark: around(text, start, whole) };
  }
  const most = runs.toSorted((one, other) => digitsIn(other).length - digitsIn(one).length)[0];
  const [first, last] = [most?.[0], most?.at(-1)];
  if (!most || !first || !last || digitsIn(most).length < 3) return { phone: text, remark: '' };
  const { end } = withExtension(text, last.end);
  const bracket = /[([]$/.test(text.slice(0, first.start)) && /[)\]]/.test(text.slice(first.start, end));
  const start = first.start - (bracket ? 1 : 0);
  return { phone: text.slice(start, end), remark: around(text, start, end) };
}

// Without its 0 a British number looks like many countries' own; only mobiles are so often copied that way.
function parseTyped(text: string) {
  const digits = digitsOf(text);
  return /^(?:\+|0|440?\d{9,10}$|7\d{9}$)/.test(digits) ? parsePhone(digits) : undefined;
}

function zerosForOs(text: string): string {
  return text.replace(/[\p{L}\d]+/gu, (word) =>
    /^[\do]{3,}$/i.test(word) && /\d/.test(word) ? word.replace(/o/gi, '0') : word,
  );
}

function withExtension(text: string, end: number): { ext: string | undefined; end: number } {
  const [all = '', ext] =
    /^[ ,;(]{0,3}(?:ext(?:ension|n)?|x|#)[ .:=]{0,3}(\d{1,7})(?!\d)\)?/i.exec(text.slice(end)) ?? [];
  return { ext, end: end + all.length };
}

/** What is left of a text when the number is taken out of it. */
function around(text: string, start: number, end: number): string {
  const inside = text.slice(start, end);
  const opened = /[([]$/.test(text.slice(0, start)) && !/^[^)\]]*[([]/.test(inside);
  const closes = opened && !/[)\]]/.test(inside) && /^ ?[)\]]/.exec(text.slice(end));
  const from = opened && (closes || /[)\]]/.test(inside)) ? start - 1 : start;
  const rest = `${text.slice(0, from)} ${text.slice(end + (closes ? closes[0].length : 0))}`;
  const remark = rest
    .replace(/ {2,}/g, ' ')
    .replace(/ ([),;.\]])/g, '$1')
    .replace(/([([]) /g, '$1')
    .replace(/^[ ,;/.|\p{Pd}]+/u, '');
  return /[\p{L}\p{N}]/u.test(remark) ? withoutEnd(remark, /[ ,;/|\p{Pd}]/u) : '';
}
