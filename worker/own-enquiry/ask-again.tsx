import type { Context } from 'hono';
import { askedNames } from '../../pages/content/questions.ts';
import { ChangePage, OwnEnquiryPage } from '../../pages/visitor/own-enquiry-page.tsx';
import type { AppEnv } from '../http/app-env.ts';
import { readFormIn, withoutTicks } from '../http/enquiry-form.ts';
import { sendPage } from '../http/published-of.tsx';
import { statusOfTrouble, typedIn } from '../http/read-body.ts';
import { routeOf } from '../http/route.ts';
import { log } from '../log.ts';

const problems = {
  ...statusOfTrouble,
  'other-site': 403,
  twice: 422,
  unknown: 422,
  'too-often': 429,
} as const;

type Problem = keyof typeof problems;

/** What an attacker does as well has a line in the log. */
const refusals = new Map<Problem, 'elsewhere' | 'wrong-contact' | 'too-many'>([
  ['other-site', 'elsewhere'],
  ['unknown', 'wrong-contact'],
  ['too-often', 'too-many'],
]);

const words = {
  'too-long': 'Nothing was changed, because it is too long. Please make it shorter, then send it again',
  'cut-off': 'Nothing was changed, because only a part of it arrived. Please check it, then send it again',
  'other-site': 'Nothing was changed yet. Please check what is here, then send it again',
  twice: 'Two answers came. Both are here: keep only the right one',
  unknown:
    'I have no enquiry with that. Enter it as you gave it on the form. If you sent it only just now, try again in a few minutes',
  'too-often': 'There were many tries. Please wait a minute, then try again',
} as const satisfies Record<Problem, string>;

/** What was typed, once more: a correction in its form, anything else where the visitor says who they are. */
export function askAgain(c: Context<AppEnv>, reference: string, fields: URLSearchParams, problem: Problem) {
  if (problem === 'too-often') c.header('Retry-After', '60');
  const status = problems[problem];
  const refusal = refusals.get(problem);
  if (refusal) log({ event: 'request_refused', route: routeOf(c), status, refusal });
  const contact = typedIn(fields, 'contact').join(' ');
  const asked = { path: c.req.path, contact };
  const isCorrection = problem !== 'unknown' && askedNames.some((name) => fields.has(name));
  const form = readFormIn(fields);
  return sendPage(
    c,
    isCorrection ? (
      <ChangePage
        {...asked}
        form={problem === 'other-site' ? withoutTicks(form) : form}
        problem={words[problem]}
      />
    ) : (
      <OwnEnquiryPage {...asked} reference={reference} mistake={words[problem]} />
    ),
    status,
  );
}
