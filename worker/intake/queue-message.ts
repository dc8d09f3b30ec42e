import * as z from 'zod/mini';
import type { NewEnquiry } from '../database/tables.ts';
import type { Reference } from '../reference.ts';

// What D1 cannot hold would come back from it otherwise than it was sent.
const text = z.string().check(z.refine((given) => given.isWellFormed() && !given.includes('\0')));
const some = text.check(z.minLength(1));
const code = z.optional(text);
const isMoment = (milliseconds: number) => milliseconds > 0 && !Number.isNaN(+new Date(milliseconds));

/** An enquiry as it waits in the queue, sealed. Two versions of the Worker may read each other's messages. */
const messageSchema = z.object({
  version: z.literal(1),
  id: some,
  reference: z.custom<Reference>((text) => typeof text === 'string' && /^[\dA-Z]{1,16}$/.test(text)),
  receivedAt: z.number().check(z.refine(isMoment)),
  c: code,
  utm_source: code,
  utm_medium: code,
  utm_campaign: code,
  utm_content: code,
  // Any version: a newer Worker may have sent one that this one does not know yet.
  consentVersion: text,
  // Absent from messages from before there were spam signals. An unknown folder is the inbox: better there than nowhere.
  spamSignals: code,
  folder: z.catch(z.optional(z.enum(['inbox', 'review', 'canary'])), 'inbox'),
  messageToken: code,
  nameToken: code,
  emailToken: code,
  phoneToken: code,
  headlineVersion: code,
  noticeVersion: code,
  toldAt: z.optional(z.number()),
  keyId: some,
  sealed: some,
});

export type QueuedEnquiry = z.output<typeof messageSchema>;

export function toMessage({ receivedAt, toldAt, ...enquiry }: NewEnquiry): QueuedEnquiry {
  const given = Object.entries(enquiry).filter(([, value]) => value !== null);
  // The schema takes what belongs in a message and leaves the rest.
  return messageSchema.parse({
    ...Object.fromEntries(given),
    version: 1,
    receivedAt: receivedAt.getTime(),
    toldAt: toldAt?.getTime(),
  });
}

/** The enquiry in a message; undefined when this Worker cannot read it. */
export function fromMessage(body: unknown): NewEnquiry | undefined {
  const { data } = messageSchema.safeParse(body);
  if (!data) return undefined;
  const { version: _, receivedAt, toldAt, ...enquiry } = data;
  return {
    ...enquiry,
    receivedAt: new Date(receivedAt),
    ...(toldAt !== undefined && { toldAt: new Date(toldAt) }),
  };
}
