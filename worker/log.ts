import { DeadlinePassed } from './deadline.ts';

/** All that a log line may hold. A visitor's words have no field here, so they cannot be logged by mistake. */
interface LogLine {
  event:
    | 'enquiry_stored'
    | 'enquiry_queued'
    | 'enquiry_not_stored'
    | 'intake_failed'
    | 'consumer_failed'
    | 'dead_letter'
    | 'message_set_aside'
    | 'notified'
    | 'notify_failed'
    | 'request_failed'
    | 'leads_sent'
    | 'leads_failed';
  reference?: string;
  status?: number;
  milliseconds?: number;
  rows?: number;
  attempt?: number;
  code?: ErrorCode;
}

export type ErrorCode = 'deadline' | 'no_such_table' | 'secret' | 'd1' | 'unknown';

export function log(line: LogLine): void {
  console.log(JSON.stringify(line));
}

/**
 * A code for an error. Its message is never logged: drizzle puts the bound values, so the visitor's words, into it,
 * and what D1 said is only in the chain of causes.
 */
export function errorCode(error: unknown): ErrorCode {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DeadlinePassed) return 'deadline';
    if (cause.message.startsWith('secret ')) return 'secret';
    if (cause.message.startsWith('D1_ERROR'))
      return cause.message.includes('no such table') ? 'no_such_table' : 'd1';
  }
  return 'unknown';
}
