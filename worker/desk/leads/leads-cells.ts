import type { ListedEnquiry } from '../../enquiries/enquiry-list.ts';
import { columns, schemaVersion } from './leads-columns.ts';
import type { LeadsKind } from './leads-register.ts';

/** Why a row is in a file of what is new since the last one; '' in any other file. */
export type Change = '' | 'new' | 'corrected' | 'moved from Review';

/** Somebody who is in an earlier file and may be in no file any more: all that a file has of them. */
export interface Gone {
  reference: string;
  change: 'withdrawn: delete it from your copies' | 'erased: delete it from your copies';
}

const cells = { full: Object.values(columns.full), contacts: Object.values(columns.contacts) };

export function headings(kind: LeadsKind): string[] {
  return Object.keys(columns[kind]);
}

/** Of a spreadsheet's columns, in characters. */
export function widths(kind: LeadsKind): number[] {
  return cells[kind].map(({ width = 18 }) => width);
}

export function cellsOf(kind: LeadsKind, enquiry: ListedEnquiry, change: Change): string[] {
  return cells[kind].map(({ cell }) => cell(enquiry, change));
}

export function cellsOfGone(kind: LeadsKind, { reference, change }: Gone): string[] {
  const known: Record<string, string> = { schema_version: String(schemaVersion), reference, change };
  return headings(kind).map((heading) => known[heading] ?? '');
}
