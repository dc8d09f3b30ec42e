import type { AlarmKind, CanaryStep } from '../pages/content/alarms.ts';
import type { JobName } from '../pages/content/schedule.ts';
import type { Refusal } from '../pages/desk/desk-problem.tsx';
import { DeadlinePassed } from './deadline.ts';
import type { Reference } from './reference.ts';

/** All that a log line may hold. A visitor's words have no field here, so they cannot be logged by mistake. */
export interface LogLine {
  event:
    | 'enquiry_stored'
    | 'enquiry_queued'
    | 'enquiry_not_stored'
    | 'intake_failed'
    | 'consumer_failed'
    | 'message_set_aside'
    | 'notified'
    | 'notify_failed'
    | 'acknowledge_failed'
    | 'alarm_raised'
    | 'alarm_mail_failed'
    | 'settings_mail_failed'
    | 'job_failed'
    | 'canary_failed'
    | 'request_failed'
    | 'desk_refused'
    | 'request_refused'
    | 'leads_sent'
    | 'leads_failed'
    | 'portrait_failed';
  reference?: Reference;
  status?: number;
  milliseconds?: number;
  rows?: number;
  attempt?: number;
  code?: ErrorCode;
  alarm?: AlarmKind;
  job?: JobName;
  step?: CanaryStep;
  route?: Route;
  refusal?: Refusal['why'] | 'too-many' | 'wrong-contact' | 'wrong-tag';
}

/** A pattern of the router's, such as /yours/:reference/:tag. Nothing else is one, so that no address can be logged. */
export type Route = string & { readonly madeBy: 'routeOf' };

export type ErrorCode =
  | 'deadline'
  | 'no_such_table'
  | 'not_storable'
  | 'secret'
  | 'd1'
  | 'canary'
  | 'unknown';

/** A failure that knows its code. */
export class Failure extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

export function log(line: LogLine): void {
  console.log(JSON.stringify(line));
}

/**
 * A code for an error. Its message is never logged: drizzle puts the bound values, so the visitor's words, into it,
 * and what D1 said is only in the chain of causes.
 */
export function errorCode(error: unknown): ErrorCode {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Failure) return cause.code;
    if (cause instanceof DeadlinePassed) return 'deadline';
    if (cause.message.startsWith('secret ')) return 'secret';
    if (/^D1_(TYPE_)?ERROR/.test(cause.message)) return codeOfD1(cause.message);
  }
  return 'unknown';
}

/** 'not_storable': D1 will say the same of these values each time. */
function codeOfD1(message: string): ErrorCode {
  if (message.includes('no such table')) return 'no_such_table';
  const lasting = /SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)|D1_TYPE_ERROR|constraint failed|too big/;
  return lasting.test(message) ? 'not_storable' : 'd1';
}
