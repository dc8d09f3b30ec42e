import { browserHeaders } from './visitor.ts';

/** What a browser sends, as it goes over the wire, so that a test can cut it off. */
export interface Encoded {
  type: string;
  text: string;
}

type Pairs = readonly (readonly [string, string])[];

function urlencoded(pairs: Pairs): Encoded {
  return {
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(),
  };
}

function multipart(pairs: Pairs): Encoded {
  const parts = pairs.map(
    ([name, value]) => `--Edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: 'multipart/form-data; boundary=Edge', text: `${parts.join('')}--Edge--\r\n` };
}

export const encodings = { urlencoded, multipart };

/** A POST of a body; fewer bytes of it than it says, where a number is given. */
export function posted({ type, text }: Encoded, arrived?: number): RequestInit {
  const bytes = new TextEncoder().encode(text);
  const length = arrived === undefined ? {} : { 'Content-Length': `${bytes.length}` };
  const headers = { ...browserHeaders, 'Content-Type': type, ...length };
  return { method: 'POST', body: bytes.subarray(0, arrived), headers };
}
