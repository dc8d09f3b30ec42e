import { HTTPException } from 'hono/http-exception';

/** Why a body is not all that was sent, or more than any page of ours sends. */
export type BodyTrouble = 'too-long' | 'cut-off';

export interface Arrived {
  fields: URLSearchParams;
  trouble: BodyTrouble | undefined;
}

const longest = 64 * 1024;
/** Somebody may have pasted a book: its beginning, and what stands in the fields after a chapter of it, is given back. */
const mostRead = 4 * longest;

/** What was read of a request's form, for a page that has to say that it could not be saved. */
const read = new WeakMap<Request, URLSearchParams>();

export function rememberRead(request: Request, fields: URLSearchParams): void {
  read.set(request, fields);
}

/** What a request's form said, also when nobody has read it yet; undefined when that cannot be known. */
export async function fieldsRead(request: Request): Promise<URLSearchParams | undefined> {
  if (!read.has(request) && request.method === 'POST' && !request.bodyUsed)
    await readArrived(request).catch(() => {});
  return read.get(request);
}

/** What arrived of a posted form of either kind, with as much as there is of the last field. Anything else is a 400. */
export async function readArrived(request: Request): Promise<Arrived> {
  const type = request.headers.get('Content-Type') ?? '';
  const [kind] = type.split(';', 1);
  const parse = parsers.get(kind?.trim().toLowerCase() ?? '');
  if (!parse) return noForm();
  const { bytes, isWhole } = await readBytes(request);
  // Without `stream`, half a character at the end would become a sign of its own.
  const text = new TextDecoder().decode(bytes, { stream: !isWhole });
  const { fields, isComplete, hasFile } = parse(text, type, isWhole);
  rememberRead(request, fields);
  // No form that is read here has one.
  if (hasFile) noForm();
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
  const bytes = new Uint8Array(await new Blob(pieces).slice(0, mostRead).arrayBuffer());
  return { bytes, isWhole: ended && length <= mostRead && !(length < Number(headers.get('Content-Length'))) };
}

interface Parsed {
  fields: URLSearchParams;
  isComplete: boolean;
  hasFile: boolean;
}

const parsers = new Map([
  ['application/x-www-form-urlencoded', parseUrlencoded],
  ['multipart/form-data', parseMultipart],
]);

/** Such a body is ASCII, so what its charset suffix says does not matter; workerd's parser refuses all but UTF-8. */
function parseUrlencoded(text: string, _type: string, isWhole: boolean): Parsed {
  const fields = new URLSearchParams(isWhole ? text : text.replace(/%[\da-f]?$/i, ''));
  return { fields, isComplete: isWhole, hasFile: false };
}

/** Not the runtime's parser: it refuses a form that was cut off, and can be made to take a hundred times as long. */
function parseMultipart(text: string, type: string, isWhole: boolean): Parsed {
  const edge = edgeIn(type);
  const [, ...parts] = `\r\n${text}`.split(edge);
  if (isWhole && parts.length === 0) noForm();
  const last = parts.pop() ?? '';
  const hasEnd = last.startsWith('--');
  if (!hasEnd) parts.push(withoutStart(last, edge));
  const fields = new URLSearchParams();
  let hasFile = false;
  for (const part of parts) {
    const [head = '', ...lines] = part.split('\r\n\r\n');
    const isFile = /;\s*filename/i.test(head);
    hasFile ||= isFile;
    const [, name] = /;\s*name="([^"]*)"/i.exec(head) ?? [];
    if (!isFile && name !== undefined && lines.length > 0) fields.append(name, lines.join('\r\n\r\n'));
  }
  return { fields, isComplete: isWhole && hasEnd, hasFile };
}

/** What stands between the parts of a multipart body, by its Content-Type. */
export function edgeIn(type: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  // RFC 2046. To look for the near misses of a long one takes a second.
  return !boundary || boundary.length > 70 ? noForm() : `\r\n--${boundary}`;
}

/** The text without the beginning of an edge that it may end with. */
function withoutStart(text: string, edge: string): string {
  let begun = edge.length - 1;
  while (!text.endsWith(edge.slice(0, begun))) begun -= 1;
  return text.slice(0, text.length - begun);
}

export function noForm(): never {
  throw new HTTPException(400);
}
