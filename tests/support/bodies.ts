import type { Encoded } from './encodings.ts';
import { browserHeaders } from './visitor.ts';

/** A POST of a body; fewer bytes of it than it says, where a number is given. */
export function posted({ type, text }: Encoded, arrived?: number): RequestInit {
  const bytes = new TextEncoder().encode(text);
  const length = arrived === undefined ? {} : { 'Content-Length': `${bytes.length}` };
  const headers = { ...browserHeaders, 'Content-Type': type, ...length };
  return { method: 'POST', body: bytes.subarray(0, arrived), headers };
}
