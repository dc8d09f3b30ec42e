import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { attributionInAddress } from '../../pages/attribution.ts';
import { DeskProblemPage, RefusedPage } from '../../pages/desk/desk-problem.tsx';
import { isTyped } from '../../pages/desk/hidden.tsx';
import { href, paths } from '../../pages/paths.ts';
import { ProblemPage, type ProblemStatus } from '../../pages/visitor/problem-page.tsx';
import { errorCode, log } from '../log.ts';
import { Refused } from './access/desk-access.ts';
import { signInAgain } from './access/session.ts';
import type { AppEnv } from './app-env.ts';
import { fieldsRead } from './arrived-body.ts';
import { sendPage } from './published-of.tsx';
import { typedIn } from './read-body.ts';
import { routeOf } from './route.ts';

export function answerNotFound(c: Context<AppEnv>) {
  return problem(c, 404);
}

/** The address is one of ours, and does not take that method. */
export function answerNotAllowed(c: Context<AppEnv>, methods: string[]) {
  c.header('Allow', methods.join(', '));
  return problem(c, 405);
}

/** The one place where an error becomes an answer. */
export function answerFailure(error: Error, c: Context<AppEnv>) {
  if (error instanceof Refused) return refused(c, error);
  if (error instanceof HTTPException && isDesigned(error.status)) return problem(c, error.status);
  log({ event: 'request_failed', route: routeOf(c), status: 500, code: errorCode(error) });
  return problem(c, 500);
}

function refused(c: Context<AppEnv>, { refusal, status }: Refused) {
  c.header('Cache-Control', 'no-store');
  return sendPage(c, <RefusedPage refusal={refusal} signInAgain={signInAgain(c.req.url)} />, status);
}

async function problem(c: Context<AppEnv>, status: ProblemStatus) {
  c.header('Cache-Control', 'no-store');
  if (status === 429 || status === 503) c.header('Retry-After', '60');
  if (c.var.practitioner)
    return sendPage(
      c,
      <DeskProblemPage status={status} back={pageOf(c.req.path)} typed={await typedWords(c.req.raw)} />,
      status,
    );
  const attribution = attributionInAddress(c.req.url);
  return sendPage(c, <ProblemPage status={status} attribution={attribution} />, status);
}

/** Every field of the form that was sent, by its name; what nobody types is left out. */
async function typedWords(request: Request): Promise<Map<string, string>> {
  const fields = (await fieldsRead(request)) ?? new URLSearchParams();
  const words = [...new Set(fields.keys())]
    .filter(isTyped)
    .map((name) => [name, typedIn(fields, name).join('\n')] as const);
  return new Map(words.filter(([, text]) => text.trim() !== ''));
}

const practicePaths = [paths.practice, paths.settings, paths.evidenceChecks, paths.opening];

/** The enquiry that a form is about, the practice, or the inbox. */
function pageOf(path: string): string {
  if (practicePaths.some((place) => path === place || path.startsWith(`${place}/`))) return paths.practice;
  const [id, after] = path.split('/').slice(3);
  return id && after && /^[\da-f]{64}$/.test(id) ? href(paths.record, { id }) : paths.inbox;
}

function isDesigned(status: number): status is ProblemStatus {
  return [400, 403, 404, 405, 413, 429, 503].includes(status);
}
