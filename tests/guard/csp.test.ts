import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, test } from 'vitest';
import { everyAnswer } from '../support/answers.ts';

// The MDN HTTP Observatory's tests, as its documentation lists them (developer.mozilla.org/en-US/observatory/docs/tests_and_scoring),
// each with the answer that costs no points. Redirection and Subresource Integrity have nothing to test here: there is
// no plain HTTP in a Worker, and no script.
const observatory: Record<string, (headers: Headers) => boolean> = {
  'Cookies: none': (headers) => !headers.has('Set-Cookie'),
  'CORS: not given': (headers) => !headers.has('Access-Control-Allow-Origin'),
  'CSP: default-src none, nothing unsafe': (headers) => {
    const policy = headers.get('Content-Security-Policy') ?? '';
    return policy.includes("default-src 'none'") && !/unsafe|\*|data:|http:/.test(policy);
  },
  'Referrer-Policy: keeps addresses from others': (headers) =>
    headers.get('Referrer-Policy') === 'same-origin',
  'HSTS: six months or more': (headers) =>
    Number(/max-age=(\d+)/.exec(headers.get('Strict-Transport-Security') ?? '')?.[1]) >= 15_768_000,
  nosniff: (headers) => headers.get('X-Content-Type-Options') === 'nosniff',
  'no frames': (headers) => (headers.get('Content-Security-Policy') ?? '').includes("frame-ancestors 'none'"),
  'Cross-Origin-Resource-Policy': (headers) => headers.get('Cross-Origin-Resource-Policy') === 'same-origin',
};

test('no kind of answer has a finding of the MDN HTTP Observatory’s rules or of csp_evaluator', async () => {
  const answers = await everyAnswer();
  expect(new Set(answers.map(({ status }) => status))).toEqual(
    new Set([200, 303, 400, 403, 404, 405, 409, 413, 422, 429, 500, 503]),
  );
  for (const { name, headers } of answers) {
    const failed = Object.entries(observatory).flatMap(([rule, holds]) => (holds(headers) ? [] : [rule]));
    expect([name, failed]).toEqual([name, []]);
    const { csp } = new CspParser(headers.get('Content-Security-Policy') ?? '');
    const findings = new CspEvaluator(csp).evaluate().map(({ description }) => description);
    expect([name, findings]).toEqual([name, []]);
  }
});
