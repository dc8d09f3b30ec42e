import { HTTPException } from 'hono/http-exception';

/** A posted form of either kind. Anything else is a 400. */
export async function readBody(request: Request): Promise<FormData | URLSearchParams> {
  const [type] = request.headers.get('Content-Type')?.split(';') ?? [];
  // Such a body is ASCII, so what its charset suffix says does not matter; workerd's parser refuses all but UTF-8.
  if (type?.trim().toLowerCase() === 'application/x-www-form-urlencoded') {
    return new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
  }
  return request.formData().catch((error) => {
    // Thrown by the body limit while it reads a body that did not say how long it is.
    if (error instanceof Error && error.name === 'BodyLimitError') throw error;
    malformed();
  });
}

/** One field of a form, '' when it is not there; a file, or a field that comes twice, is a 400. */
export function textIn(body: FormData | URLSearchParams, name: string): string {
  const [value = '', ...more] = body.getAll(name);
  if (typeof value !== 'string' || more.length > 0) malformed();
  return value;
}

/** Drops what D1 cannot hold (lone surrogates, NUL) and what nobody types; keeps line breaks. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped here.
      .replace(/[\0-\x09\x0b-\x1f\x7f]/g, '')
  );
}

/** Of a form that our own pages cannot have sent. */
export function malformed(): never {
  throw new HTTPException(400);
}
