import * as z from 'zod';
import { attributionKeys } from '../../pages/attribution.ts';
import type { ConsentVersion } from '../../pages/content/consent.ts';
import type { NewEnquiry } from './table.ts';

const code = z.string().optional();

/** An enquiry as it waits in the queue, sealed. Two versions of the Worker may read each other's messages. */
const messageSchema = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  reference: z.string().min(1),
  receivedAt: z.number(),
  c: code,
  utm_source: code,
  utm_medium: code,
  utm_campaign: code,
  utm_content: code,
  // Any version: a newer Worker may have sent one that this one does not know yet.
  consentVersion: z.custom<ConsentVersion>((version) => typeof version === 'string'),
  keyId: z.string().min(1),
  sealed: z.string().min(1),
});

export type QueuedEnquiry = z.output<typeof messageSchema>;

export function toMessage({ receivedAt, id, reference, consentVersion, keyId, sealed, ...rest }: NewEnquiry) {
  const codes = attributionKeys.flatMap((key) => (rest[key] ? [[key, rest[key]]] : []));
  const message = {
    version: 1,
    id,
    reference,
    receivedAt: receivedAt.getTime(),
    consentVersion,
    keyId,
    sealed,
  };
  return messageSchema.parse({ ...message, ...Object.fromEntries(codes) });
}

/** The enquiry in a message; undefined when this Worker cannot read it. */
export function fromMessage(body: unknown): NewEnquiry | undefined {
  const { data } = messageSchema.safeParse(body);
  if (!data) return undefined;
  const { version: _, receivedAt, ...enquiry } = data;
  return { ...enquiry, receivedAt: new Date(receivedAt) };
}
