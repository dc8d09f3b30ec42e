import { Agent, request } from 'node:http';
import { medianOf } from './measure.ts';

const connections = 8;
const rounds = 4;
const roundMilliseconds = 1500;

/** One request: how the n-th differs from the others, and the status it must have. */
export interface Kind {
  method: 'GET' | 'POST';
  path(n: number): string;
  headers?(n: number): Record<string, string>;
  body?(n: number): string;
  status: number;
}

export interface Load {
  /** Requests a second: the median of the rounds. */
  rate: number;
  /** Milliseconds: the median of the rounds. */
  p99: number;
  /** In all rounds, the one that warms up included. */
  sent: number;
}

/** Loads sites in turn with the same requests, so that noise meets both alike. */
export async function loadInTurn<Name extends string>(
  kind: Kind,
  urls: Record<Name, string>,
): Promise<Record<Name, Load>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const all = new Map<string, { rates: number[]; p99s: number[]; sent: number }>();
  let n = 0;
  for (let round = 0; round <= rounds; round++)
    for (const [name, url] of Object.entries<string>(urls)) {
      const times = await oneRound(() => sendOnce(url, kind, n++, agent));
      const { rates, p99s, sent } = all.get(name) ?? { rates: [], p99s: [], sent: 0 };
      // The first round warms up and does not count.
      if (round > 0) {
        rates.push((times.length * 1000) / roundMilliseconds);
        p99s.push(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN);
      }
      all.set(name, { rates, p99s, sent: sent + times.length });
    }
  agent.destroy();
  const loads = [...all].map(([name, { rates, p99s, sent }]) => [
    name,
    { rate: medianOf(rates), p99: medianOf(p99s), sent },
  ]);
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(loads) as Record<Name, Load>;
}

/** How long each answer took, in milliseconds. */
async function oneRound(send: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + roundMilliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const started = performance.now();
        await send();
        times.push(performance.now() - started);
      }
    }),
  );
  return times;
}

/** Sends the n-th request of a kind and reads all of the answer; rejects when it has another status. */
export function sendOnce(url: string, kind: Kind, n: number, agent?: Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const body = kind.body?.(n);
  const headers = {
    ...kind.headers?.(n),
    ...(body && { 'Content-Length': Buffer.byteLength(body).toString() }),
  };
  const sending = request(url + kind.path(n), { agent, method: kind.method, headers }, (answer) => {
    answer.resume().once('end', () => {
      if (answer.statusCode === kind.status) resolve();
      else reject(new Error(`${kind.method} ${kind.path(n)} was answered with ${answer.statusCode}`));
    });
  });
  sending.once('error', reject).end(body);
  return promise;
}
