import type { Attribution } from '../attribution.ts';
import type { ConsentVersion } from '../content/consent.ts';
import type { KeptAnswers } from '../content/questions.ts';
import type { Stage } from '../content/stages.ts';
import type { Vote } from '../content/votes.ts';

/** What the desk shows of an enquiry. Without answers, no key on the ring opens them. */
export interface DeskEnquiry extends Record<keyof Attribution, string | null> {
  id: string;
  reference: string;
  receivedAt: Date;
  stage: Stage;
  folder: 'inbox' | 'review' | 'canary';
  votes: readonly Vote[];
  movedAt: Date | null;
  answers: KeptAnswers | undefined;
  consentVersion: ConsentVersion;
  keyId: string;
  notifiedAt: Date | null;
  notifyAttempts: number;
  /** Why the last mail about it failed: a code, in words where there are any. */
  notifyError: string | null;
  remindedAt: Date | null;
}
