import type { Attribution } from '../attribution.ts';
import type { StoredAnswers } from '../content/questions.ts';
import type { SpamSignal } from '../content/spam-signals.ts';
import type { Stage } from '../content/stages.ts';
import type { TakenBy } from './by-hand/by-hand-page.tsx';
import type { HistoryKind } from './enquiry/history.tsx';

/** Where an enquiry is looked at. The daily test enquiry has a folder of its own, which no list, count or file reads. */
export type Folder = 'inbox' | 'review' | 'canary';

/** What a list shows of an enquiry. Without answers, no key on the ring opens them. */
export interface ListedEnquiry extends Record<keyof Attribution, string | null> {
  id: string;
  reference: string;
  receivedAt: Date;
  stage: Stage;
  outcome: string | null;
  version: number;
  repliedAt: Date | null;
  takenBy: TakenBy | null;
  folder: Folder;
  spamSignals: readonly SpamSignal[];
  movedAt: Date | null;
  answers: StoredAnswers | undefined;
  consentVersion: string;
  keyId: string;
}

/** What its own page shows of an enquiry. */
export interface DeskEnquiry extends ListedEnquiry {
  touchedAt: Date | null;
  handedOverAt: Date | null;
  withdrawnAt: Date | null;
  headlineVersion: string | null;
  noticeVersion: string | null;
  notifiedAt: Date | null;
  notifyAttempts: number;
  /** Why the last mail about it failed: a code, in words where there are any. */
  notifyError: string | null;
  remindedAt: Date | null;
}

/** One thing that was done with an enquiry. */
export interface HistoryEntry {
  /** The enquiry's version after it. */
  version: number;
  at: Date;
  by: string;
  kind: HistoryKind;
  detail: string;
  /** The words of a note; undefined where there are none, or where no key opens them. */
  note: string | undefined;
}

/** Another enquiry that may be the same person's. */
export interface SamePerson {
  id: string;
  reference: string;
  receivedAt: Date;
  stage: Stage;
  outcome: string | null;
  same: 'email' | 'phone' | 'email and phone';
}
