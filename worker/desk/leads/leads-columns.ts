import { attributionKeys, campaignWords } from '../../../pages/attribution.ts';
import { phoneAsText } from '../../../pages/content/phone.ts';
import { answerText, type QuestionName, questionNames, questions } from '../../../pages/content/questions.ts';
import { londonMinute } from '../../../pages/london-time.ts';
import type { ListedEnquiry } from '../../enquiries/enquiry-list.ts';
import type { LeadsKind } from './leads-register.ts';

const ownVersion = 2;

/** Rises with each column that is added; raise `ownVersion` when one is renamed, moved or dropped. Every row says which it has. */
export const schemaVersion = Math.max(
  ownVersion,
  ...questionNames.map((name) => questions[name].column.since),
);

type Column = (enquiry: ListedEnquiry) => string;

const version: Record<string, Column> = { schema_version: () => String(schemaVersion) };
const readable: Record<string, Column> = {
  readable: (enquiry) => (enquiry.answers ? 'yes' : `no: key ${enquiry.keyId} does not open it`),
};

/** The fixed columns of each kind of file, in order. */
const columns: Record<LeadsKind, Record<string, Column>> = {
  full: {
    ...version,
    reference: (enquiry) => enquiry.reference,
    received_london: (enquiry) => londonMinute(enquiry.receivedAt),
    received_utc: (enquiry) => enquiry.receivedAt.toISOString(),
    stage: (enquiry) => enquiry.stage,
    outcome: (enquiry) => enquiry.outcome ?? '',
    ...readable,
    ...answerColumns(questionNames),
    ...Object.fromEntries(
      attributionKeys.map((key): [string, Column] => [
        key,
        (enquiry) => (enquiry[key] ? campaignWords(enquiry[key]) : ''),
      ]),
    ),
    consent_version: (enquiry) => enquiry.consentVersion,
    first_reply_utc: (enquiry) => enquiry.repliedAt?.toISOString() ?? '',
    taken_by: (enquiry) => enquiry.takenBy ?? 'form',
  },
  contacts: {
    ...version,
    reference: (enquiry) => enquiry.reference,
    stage: (enquiry) => enquiry.stage,
    ...readable,
    ...answerColumns(questionNames.filter((name) => questions[name].inContacts)),
    // What the people in it agreed to: another use, such as a newsletter, needs another consent.
    consent_scope: () => 'reply only',
  },
};

const cells: Record<LeadsKind, Column[]> = {
  full: Object.values(columns.full),
  contacts: Object.values(columns.contacts),
};

/** The first line, with the byte order mark without which Excel reads UTF-8 as something else. */
export function csvHead(kind: LeadsKind): string {
  return `\uFEFF${csvLine(Object.keys(columns[kind]))}`;
}

export function csvRow(kind: LeadsKind, enquiry: ListedEnquiry): string {
  return csvLine(cells[kind].map((cell) => cell(enquiry)));
}

/** RFC 4180: every cell quoted, lines ended by CRLF; no cell can start a formula in a spreadsheet. */
export function csvLine(cells: string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

// Nearly every cell starts like a word and has no quotation mark: nothing to do, and a file has millions of cells.
const harmless = /^(?:[A-Za-z\d][^"\p{Cc}]*)?$/u;

function csvCell(cell: string): string {
  return harmless.test(cell) ? `"${cell}"` : `"${disarmed(cell).replaceAll('"', '""')}"`;
}

// Quoting does not stop a formula. What a spreadsheet would take for one gets an apostrophe in front, which it hides.
// Looked for behind anything invisible: white space, control and format characters.
function disarmed(cell: string): string {
  const text = cell.replaceAll('\0', '');
  return /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text;
}

function answerColumns(names: readonly QuestionName[]): Record<string, Column> {
  return Object.fromEntries(names.map((name) => [questions[name].column.heading, answerColumn(name)]));
}

function answerColumn(name: QuestionName): Column {
  const isPhone = questions[name].control.kind === 'tel';
  return function cell({ answers = {} }) {
    const text = answerText(name, answers);
    return isPhone && text !== '' ? phoneAsText(text) : text;
  };
}
