import { usualDigits, usualWidth } from '../../typed-text.ts';
import type { Filling } from './fact-form.ts';
import { type LineField, readLine } from './read-line.ts';

/** As lists have them: "A 12345", "SP/0012", "2024-ACU-17", "12A3456E". What has room for a sentence is no number. */
const shape = /^#?[A-Z\d]+(?:(?: |\. ?| ?[-\u2010-\u2015/:_] ?)[A-Z\d]+)*$/i;
const most = { signs: 24, letters: 8, inRow: 6 };

/** The number under which a register or a council lists somebody; undefined for nothing, and for what is none. */
export function readNumber(filling: Filling, field: LineField): string | undefined {
  const line = readLine(filling, field);
  if (line === undefined) return undefined;
  const number = usualDigits(usualWidth(line));
  if (!/\d/.test(number)) return filling.refuse(field.name, 'Enter a number: it has digits in it');
  return isNumber(number)
    ? number
    : filling.refuse(field.name, 'Enter the number alone, such as A 12345 or SP/0012');
}

function isNumber(text: string): boolean {
  const words = text.match(/[A-Z]+/gi) ?? [];
  return (
    text.length <= most.signs &&
    shape.test(text) &&
    words.join('').length <= most.letters &&
    words.every((letters) => letters.length <= most.inRow)
  );
}
