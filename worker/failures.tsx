import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ProblemPage, type ProblemStatus } from '../pages/visitor/problem.tsx';
import type { Site } from './app.ts';
import { errorCode, log } from './log.ts';

export function answerNotFound(c: Context<Site>) {
  return problem(c, 404);
}

export function answerTooLarge(c: Context<Site>) {
  return problem(c, 413);
}

/** The one place where an error becomes an answer. */
export function answerFailure(error: Error, c: Context<Site>) {
  if (error instanceof HTTPException && isDesigned(error.status)) return problem(c, error.status);
  log({ event: 'request_failed', status: 500, code: errorCode(error) });
  return problem(c, 500);
}

function problem(c: Context<Site>, status: ProblemStatus) {
  c.header('Cache-Control', 'no-store');
  return c.html(<ProblemPage status={status} />, status);
}

function isDesigned(status: number): status is ProblemStatus {
  return [400, 403, 404, 413].includes(status);
}
