import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The parts of V8's CPU profile that are read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  /** Node that ran, for each sample. */
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}

/** Processor time of a part of the code, in microseconds for each request. */
export interface Share {
  part: string;
  microseconds: number;
}

/** V8's heap at its lowest, in MiB, in both halves of some work: what is held, without the garbage. */
export interface Heap {
  firstHalf: number;
  secondHalf: number;
}

const microsecondsBetweenSamples = 200;
const millisecondsBetweenLooks = 5;

export interface Inspector {
  /** Does some requests and says what in the Worker their time went into, the largest part first; waiting is left out. */
  profile(requests: number, work: () => Promise<void>): Promise<Share[]>;
  /** Does some work and looks at the heap meanwhile. */
  heap(work: () => Promise<void>): Promise<Heap>;
  close(): void;
}

/** The inspector of a Worker, as wrangler offers it on a port. */
export async function openInspector(port: number): Promise<Inspector> {
  // Wrangler lets nobody in who does not look like the developer tools of a browser; Node's WebSocket takes headers.
  const headers = { 'User-Agent': 'Mozilla/5.0', Origin: 'http://localhost' };
  const socket = new WebSocket(`ws://localhost:${port}/ws`, { headers } as unknown as string);
  await once(socket, 'open');
  const waiting = new Map<number, (result: unknown) => void>();
  let sent = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  function call(method: string, params = {}): Promise<unknown> {
    sent += 1;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    waiting.set(sent, resolve);
    socket.send(JSON.stringify({ id: sent, method, params }));
    return promise;
  }
  await call('Profiler.enable');
  await call('Profiler.setSamplingInterval', { interval: microsecondsBetweenSamples });
  return {
    async profile(requests, work) {
      await call('Profiler.start');
      await work();
      const { profile } = (await call('Profiler.stop')) as { profile: Profile };
      return sharesOf(profile, requests);
    },
    async heap(work) {
      const looks: number[] = [];
      let going = true;
      const look = async () => {
        while (going) {
          const { usedSize } = (await call('Runtime.getHeapUsage')) as { usedSize: number };
          looks.push(usedSize / 1024 / 1024);
          await pause(millisecondsBetweenLooks);
        }
      };
      const done = work().finally(() => {
        going = false;
      });
      await Promise.all([done, look()]);
      const half = Math.floor(looks.length / 2);
      return { firstHalf: Math.min(...looks.slice(0, half)), secondHalf: Math.min(...looks.slice(half)) };
    },
    close: () => socket.close(),
  };
}

function sharesOf(profile: Profile, requests: number): Share[] {
  const names = namesOf(profile);
  const times = new Map<string, number>();
  for (const [at, node] of profile.samples.entries()) {
    const part = names.get(node) ?? '';
    times.set(part, (times.get(part) ?? 0) + (profile.timeDeltas[at] ?? 0));
  }
  times.delete('(idle)');
  return [...times]
    .map(([part, time]) => ({ part, microseconds: time / requests }))
    .sort((a, b) => b.microseconds - a.microseconds);
}

/** What to call each node: its function, or, where that has no name, the nearest caller that has one. */
function namesOf({ nodes }: Profile): Map<number, string> {
  const names = new Map<number, string>();
  // Callers come before what they call.
  for (const { id, callFrame, children = [] } of nodes) {
    const name = callFrame.functionName || `inside ${names.get(id)?.replace(/^inside /, '') ?? 'nothing'}`;
    names.set(id, callFrame.url.startsWith('cloudflare-internal:') ? `${name} (Cloudflare's)` : name);
    for (const child of children) names.set(child, name);
  }
  return names;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('there is no free port');
  return address.port;
}
