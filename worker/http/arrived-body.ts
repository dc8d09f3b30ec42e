import { HTTPException } from 'hono/http-exception';

export type Fields = FormData | URLSearchParams;

/** Why a body is not all that was sent, or more than any page of ours sends. */
export type BodyTrouble = 'too-long' | 'cut-off';

export interface Arrived {
  fields: Fields;
  trouble: BodyTrouble | undefined;
}

const longest = 64 * 1024;
/** Somebody may have pasted a book: its beginning, and what stands in the fields after a chapter of it, is given back. */
const mostRead = 4 * longest;

/** What arrived of a posted form of either kind, with as much as there is of the last field. Anything else is a 400. */
export async function readArrived(request: Request): Promise<Arrived> {
  const type = request.headers.get('Content-Type') ?? '';
  const [kind] = type.split(';', 1);
  const parse = parsers.get(kind?.trim().toLowerCase() ?? '');
  if (!parse) return noForm();
  const { bytes, isWhole } = await readBytes(request);
  // Without `stream`, half a character at the end would become a sign of its own.
  const text = new TextDecoder().decode(bytes, { stream: !isWhole });
  const { fields, isComplete } = await parse(text, type, isWhole);
  const trouble = isComplete ? undefined : 'cut-off';
  return { fields, trouble: bytes.length > longest ? 'too-long' : trouble };
}

/** A connection that ends early is no failure of ours: what came before counts. */
async function readBytes({ headers, body }: Request) {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = body === null;
  const reader = body?.getReader();
  try {
    while (reader && !ended && length < mostRead) {
      const { done, value } = await reader.read();
      ended = done;
      if (value) pieces.push(value);
      length += value?.length ?? 0;
    }
  } catch {
    // What is left of it cannot be read, so that nothing has to be cancelled either.
  }
  if (length >= mostRead) reader?.cancel().catch(() => {});
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return { bytes, isWhole: ended && length >= Number(headers.get('Content-Length')) };
}

interface Parsed {
  fields: Fields;
  isComplete: boolean;
}

type Parse = (text: string, type: string, isWhole: boolean) => Parsed | Promise<Parsed>;

const parsers = new Map<string, Parse>([
  ['application/x-www-form-urlencoded', parseUrlencoded],
  ['multipart/form-data', parseMultipart],
]);

/** Such a body is ASCII, so what its charset suffix says does not matter; workerd's parser refuses all but UTF-8. */
function parseUrlencoded(text: string, _type: string, isWhole: boolean): Parsed {
  const fields = new URLSearchParams(isWhole ? text : text.replace(/%[\da-f]?$/i, ''));
  return { fields, isComplete: isWhole };
}

/** The runtime's parser takes only what is complete, so a form that was cut off gets the end that it lacks. */
async function parseMultipart(text: string, type: string, isWhole: boolean): Promise<Parsed> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const delimiter = `--${quoted ?? plain}`;
  const last = text.lastIndexOf(delimiter);
  if (last < 0) return isWhole ? noForm() : { fields: new FormData(), isComplete: false };
  const hasEnd = text.startsWith('--', last + delimiter.length);
  const headers = { 'Content-Type': type };
  const body = hasEnd ? text : closed(text, delimiter, last);
  const fields = await new Response(body, { headers }).formData().catch(noForm);
  return { fields, isComplete: isWhole && hasEnd };
}

function closed(text: string, delimiter: string, last: number): string {
  // Cut off before its words began.
  if (!text.includes('\r\n\r\n', last)) return `${text.slice(0, last)}${delimiter}--\r\n`;
  const next = `\r\n${delimiter}`;
  let begun = Math.min(next.length, text.length - last);
  while (!text.endsWith(next.slice(0, begun))) begun -= 1;
  return `${text.slice(0, text.length - begun)}${next}--\r\n`;
}

function noForm(): never {
  throw new HTTPException(400);
}
