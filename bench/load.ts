import autocannon from 'autocannon';
import { processorTime, type Running } from './workerd.ts';

interface Requests {
  /** The n-th one: no Worker ever gets the same again. */
  request(n: number): autocannon.Request;
  status: number;
  amount: number;
  connections: number;
}

let sent = 0;

export async function load({ url, pid }: Running, { request, status, amount, connections }: Requests) {
  const processorBefore = processorTime(pid);
  const begun = performance.now();
  let ended = begun;
  const times: number[] = [];
  const { promise, resolve } = Promise.withResolvers<autocannon.Result>();
  const setup = { setupRequest: (usual: autocannon.Request) => ({ ...usual, ...request(sent++) }) };
  // Every 50 milliseconds it looks whether it is done.
  const settings = { url, amount, connections, requests: [setup], timeout: 60, sampleInt: 50 };
  const running = autocannon(settings, (_error, result) => resolve(result));
  // Its own percentiles are in whole milliseconds, which is too coarse here.
  running.on('response', (_client, _status, _bytes, time) => {
    times.push(time);
    ended = performance.now();
  });
  const { statusCodeStats } = await promise;
  if (statusCodeStats?.[`${status}`]?.count !== amount)
    throw new Error(`${amount} answers should be ${status}, and were ${JSON.stringify(statusCodeStats)}`);
  return {
    /** Requests a second. */
    rate: (amount * 1000) / (ended - begun),
    /** Microseconds of the processors a request, user and system: all that workerd did, its D1 included. */
    processor: (processorTime(pid) - processorBefore) / amount,
    /** Milliseconds in which 99 of 100 answers were complete. */
    p99: times.sort((a, b) => a - b)[Math.floor(amount * 0.99)] ?? Number.NaN,
  };
}
