import { HTTPException } from 'hono/http-exception';
import { type BodyTrouble, readArrived } from './arrived-body.ts';

/** A posted form of either kind that arrived whole. Anything else is a 400, or a 413. */
export async function readBody(request: Request): Promise<URLSearchParams> {
  const { fields, trouble } = await readArrived(request);
  if (trouble) throw new HTTPException(statusOfTrouble[trouble]);
  return fields;
}

export const statusOfTrouble = { 'too-long': 413, 'cut-off': 400 } as const satisfies Record<
  BodyTrouble,
  number
>;

/** One field of a form that nobody typed into: as it came first, '' when it is not there. */
export function textIn(fields: URLSearchParams, name: string): string {
  return fields.get(name) ?? '';
}

/** A number that a page of ours put into a hidden field. */
export function numberIn(fields: URLSearchParams, name: string): number {
  const text = textIn(fields, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : malformed();
}

/** What was typed into a field, as it came. A field that comes twice, with different words, has one line for each. */
export function typedIn(fields: URLSearchParams, name: string): string[] {
  const lines = new Set(fields.getAll(name).map((line) => line.toWellFormed()));
  return [...lines].filter((line) => line !== '');
}

/** Drops what D1 cannot hold (lone surrogates, NUL) and what nobody types; keeps line breaks. */
export function cleanText(text: string): string {
  return (
    composed(text.toWellFormed())
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped here.
      .replace(/[\0-\x09\x0b-\x1f\x7f]/g, '')
  );
}

/** NFC, which takes the square of the time for a run of marks. No script has more than 30 on a letter (UAX 15, stream-safe). */
function composed(text: string): string {
  const runs = text.match(/\p{M}+/gu) ?? [];
  return runs.some((run) => run.length > 30) ? text : text.normalize('NFC');
}

/** Of a form that our own pages cannot have sent. */
export function malformed(): never {
  throw new HTTPException(400);
}
