import { type BodyTrouble, edgeIn, rememberRead } from './arrived-body.ts';

export interface Upload {
  fields: URLSearchParams;
  /** Empty when no file was chosen, or not all of it came. */
  file: Uint8Array;
  trouble: BodyTrouble | undefined;
}

/** What arrived of a form with one file, of so many bytes at most in all. Anything else is a 400. */
export async function readUpload(request: Request, most: number): Promise<Upload> {
  const edge = edgeIn(request.headers.get('Content-Type') ?? '');
  const { bytes, trouble } = await readBytes(request, most);
  const edges = placesOf(edge, bytes);
  const fields = new URLSearchParams();
  let file: Uint8Array = new Uint8Array();
  for (const [n, at] of edges.entries()) {
    // What stands behind the last edge is the end, or a part that was cut off.
    const part = bytes.subarray(at + edge.length, edges[n + 1] ?? 0);
    const bodyAt = part.indexOf('\r\n\r\n') + 4;
    const head = part.toString('utf8', 0, bodyAt);
    const [, name] = /;\s*name="([^"]*)"/i.exec(head) ?? [];
    if (/;\s*filename/i.test(head)) file = part.subarray(bodyAt);
    else if (name !== undefined) fields.append(name, part.toString('utf8', bodyAt));
  }
  rememberRead(request, fields);
  const end = (edges.at(-1) ?? 0) + edge.length;
  const hasEnd = bytes.toString('latin1', end, end + 2) === '--';
  return { fields, file, trouble: trouble ?? (hasEnd ? undefined : 'cut-off') };
}

function placesOf(edge: string, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(edge); at >= 0; at = bytes.indexOf(edge, at + edge.length)) places.push(at);
  return places;
}

/** What is more than `most` is read and thrown away: a browser that is kept from sending shows no answer. */
async function readBytes({ headers, body }: Request, most: number) {
  // The first edge has no line break before it.
  const pieces: Uint8Array[] = [Buffer.from('\r\n')];
  let length = 0;
  let isWhole = true;
  try {
    for await (const piece of body ?? []) {
      if (length <= most) pieces.push(piece);
      length += piece.length;
    }
  } catch {
    isWhole = false;
  }
  isWhole &&= !(length < Number(headers.get('Content-Length')));
  const trouble: BodyTrouble | undefined = isWhole ? undefined : 'cut-off';
  return { bytes: Buffer.concat(pieces), trouble: length > most ? ('too-long' as const) : trouble };
}
