import { nameLine, withoutEnd } from '../../typed-text.ts';
import { bytesOf } from '../facts.ts';
import { notAFact } from '../not-a-fact.ts';
import type { Kind } from '../stand-in-words.ts';
import type { FactField, Filling } from './fact-form.ts';

/** A line of text, with what is said when it is not there though the fact needs it. */
export interface LineField extends FactField {
  control: FactField['control'] & { kind: 'line' | 'lines' };
  most: number;
  missing?: string;
  /** What a text there is, when it may have words in it that elsewhere stand for nothing. */
  is?: Kind;
}

/** What was typed into a field as one line; undefined for nothing, and for what is no fact. */
export function readLine(filling: Filling, { name, most, missing, is }: LineField): string | undefined {
  const typed = filling.typed(name);
  // Between the lines of an address stand commas when it is written in one.
  const line = nameLine(is === 'place' ? inOneLine(typed) : typed);
  if (line === '') return missing ? filling.refuse(name, missing) : undefined;
  const standIn = notAFact(line, is);
  if (standIn !== undefined)
    return filling.refuse(name, `“${standIn}” is not a fact. Leave this empty until you have it`);
  return bytesOf(line) > most ? filling.refuse(name, tooLong(line, most)) : line;
}

function inOneLine(typed: string): string {
  const lines = typed.split('\n').map((line) => withoutEnd(line.trim(), /[,\s]/));
  return lines.filter((line) => line !== '').join(', ');
}

/** Several lines that make one fact: all of them, or none. */
export function readLines<Key extends string>(
  filling: Filling,
  fields: Readonly<Record<Key, LineField>>,
): Record<Key, string> | undefined {
  const all = Object.entries<LineField>(fields);
  if (all.every(([, { name }]) => nameLine(filling.typed(name)) === '')) return undefined;
  const lines = all.map(([key, field]) => [key, readLine(filling, field)] as const);
  if (lines.some(([, line]) => line === undefined)) return undefined;
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(lines) as Record<Key, string>;
}

/** What is stored is counted in bytes, and people count what they see. */
export function tooLong(line: string, most: number): string {
  const counts = /^[ -~]*$/.test(line)
    ? ''
    : '. Letters with accents and curly quotes count for two or three';
  return `Use at most ${most} characters${counts}`;
}
