import { backupPeriod } from '../../content/backups.ts';
import { londonDay, longDate } from '../../london-time.ts';
import { type LeadsFile, leadsFileName } from '../leads/leads-page.tsx';

/** How a copy can be seen to. What is `gone` is never asked about again. */
export type CopyEnding = 'gone' | 'out' | 'stays';

interface CopyWords {
  /** What there is to do about it. */
  todo: string;
  /** The buttons, by what they say was done. */
  ends: Partial<Record<CopyEnding, string>>;
}

/** Each kind of copy that may still hold somebody who was deleted here. */
export const copyKinds = {
  file: {
    todo: 'Delete it from your devices, also from the bin and from where you sent it.',
    ends: { gone: 'The file is deleted', out: 'They are no longer in it' },
  },
  program: {
    todo: 'Delete the files that it fetched. Look that whatever it fills has lost the same people.',
    ends: { out: 'That is done' },
  },
  backup: {
    todo: 'Delete it. If you have to restore it after all, the restore deletes them again, as long as it can ask the database in use, or a newer backup.',
    ends: { gone: 'It is deleted', stays: `I need it until its ${backupPeriod} are over` },
  },
  oldBackup: {
    todo: `Delete it. Visitors are told that no backup is kept for longer than ${backupPeriod}.`,
    ends: { gone: 'It is deleted' },
  },
} as const satisfies Record<string, CopyWords>;

export type CopyKind = keyof typeof copyKinds;

/** Why there is something to do about a copy. */
export const recallReasons = {
  'kept long enough': 'somebody in it was deleted here because their time was over',
  'consent withdrawn': 'somebody in it took back their consent',
  'erased at the desk': 'somebody in it was erased at the desk',
  'erased by the visitor': 'somebody in it erased their enquiry',
  'period over': `it is older than ${backupPeriod}`,
} as const;

export type RecallReason = keyof typeof recallReasons;

/** In the list of what was done. */
export const endingWords = {
  gone: 'deleted',
  out: 'whoever was deleted is out of it',
  stays: 'kept until its period is over',
} as const satisfies Record<CopyEnding, string>;

export function isEndingOf(kind: CopyKind, text: string): text is CopyEnding {
  return Object.hasOwn(copyKinds[kind].ends, text);
}

/** A copy that holds, or held, somebody who was deleted. */
export interface CopyTodo {
  id: number;
  kind: CopyKind;
  copy: string;
  why: RecallReason;
  dueAt: Date;
  /** What the register says of it, and the list of backups; null where they say nothing any more. */
  file: Pick<LeadsFile, 'id' | 'kind' | 'format' | 'at' | 'rows'> | null;
  backup: { at: Date; kind: 'file' | 'database'; name: string } | null;
}

/** "file 12", "the backup of 3 November 2026". */
export function copyName({ kind, copy, backup }: Pick<CopyTodo, 'kind' | 'copy' | 'backup'>): string {
  if (kind === 'file') return `file ${copy}`;
  if (kind === 'program') return `the files that the program “${copy.replace(/^token /, '')}” fetched`;
  if (backup?.kind === 'database') return `the database ${backup.name}, from before a restore`;
  return backup ? `the backup of ${longDate(londonDay(backup.at))}` : `backup ${copy}`;
}

/** What it is called on somebody's computer. */
export function fileName({ file, backup }: Pick<CopyTodo, 'file' | 'backup'>): string | undefined {
  if (file) return leadsFileName(file);
  return (backup?.kind === 'file' && backup.name) || undefined;
}
