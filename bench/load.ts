import autocannon from 'autocannon';
import { processorTime, type Running } from './workerd.ts';

/** What is sent, how often in a round, and the status that each answer must have. */
export interface Kind {
  /** The n-th request: no two Workers or rounds get the same one. */
  request(n: number): autocannon.Request;
  status: number;
  amount: number;
  /** 8 unless it is said. */
  connections?: number;
}

/** What a Worker made of the requests of one round. */
export interface Load {
  /** Requests a second. */
  rate: number;
  /** Microseconds of the processors a request, user and system: all that workerd did, its D1 included. */
  processor: number;
  /** Milliseconds in which 99 of 100 answers were complete. */
  p99: number;
}

let sent = 0;

/** Loads Workers in turn, so that noise meets all alike, and gives what came of each round. */
export async function inTurn<Workers extends { [Name in keyof Workers]: Running }>(
  rounds: number,
  kind: Kind,
  workers: Workers,
): Promise<{ [Name in keyof Workers]: Load }[]> {
  const all: { [Name in keyof Workers]: Load }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const loads: [string, Load][] = [];
    for (const [name, worker] of Object.entries<Running>(workers))
      loads.push([name, await load(kind, worker)]);
    // Object.fromEntries forgets the names of the keys it was given.
    all.push(Object.fromEntries(loads) as { [Name in keyof Workers]: Load });
  }
  // The first round warms up and does not count.
  return all.slice(1);
}

async function load({ request, status, amount, connections = 8 }: Kind, worker: Running): Promise<Load> {
  const times: number[] = [];
  const processorBefore = processorTime(worker.pid);
  const begun = performance.now();
  let ended = begun;
  const { promise, resolve } = Promise.withResolvers<autocannon.Result>();
  const running = autocannon(
    {
      url: worker.url,
      amount,
      connections: Math.min(connections, amount),
      timeout: 60,
      // How often it looks whether it is done, in milliseconds.
      sampleInt: 50,
      requests: [{ setupRequest: (defaults) => ({ ...defaults, ...request(sent++) }) }],
    },
    (_error, result) => resolve(result),
  );
  // Its own percentiles are in whole milliseconds, which is too coarse here.
  running.on('response', (_client, _status, _bytes, time) => {
    times.push(time);
    ended = performance.now();
  });
  const { statusCodeStats } = await promise;
  if (statusCodeStats?.[`${status}`]?.count !== amount)
    throw new Error(`${amount} answers should be ${status}, and were ${JSON.stringify(statusCodeStats)}`);
  return {
    rate: (amount * 1000) / (ended - begun),
    processor: (processorTime(worker.pid) - processorBefore) / amount,
    p99: times.sort((a, b) => a - b)[Math.floor(amount * 0.99)] ?? Number.NaN,
  };
}
