import { attributionKeys, campaignWords } from '../../../pages/attribution.ts';
import { e164, phoneAsText } from '../../../pages/content/phone.ts';
import { answerText, type QuestionName, questionNames, questions } from '../../../pages/content/questions.ts';
import { londonMinute } from '../../../pages/london-time.ts';
import type { ListedEnquiry } from '../../enquiries/enquiry-list.ts';
import { guessNames } from './guess-names.ts';
import type { Change } from './leads-cells.ts';
import type { LeadsKind } from './leads-register.ts';

interface Column {
  /** The schema version that has it first; of one that was renamed or moved, the first that has it so. */
  since: number;
  cell: (enquiry: ListedEnquiry, change: Change) => string;
  /** In a spreadsheet, in characters; 18 when it does not say. */
  width?: number;
}

type Columns = Record<string, Column>;

/** Columns that are gone, or were called so: the first schema version without them. */
const dropped: Record<string, number> = {};

const first: Columns = {
  schema_version: { since: 1, cell: () => String(schemaVersion) },
  reference: { since: 1, cell: (enquiry) => enquiry.reference },
  change: { since: 3, cell: (_, change) => change, width: 36 },
};
const readable: Columns = {
  readable: {
    since: 1,
    cell: (enquiry) => (enquiry.answers ? 'yes' : `no: key ${enquiry.keyId} does not open it`),
  },
};

/** What stands behind an answer's own column, for programs that want it in another form. */
const forms: { [name in QuestionName]?: Columns } = {
  name: {
    first_name: { since: 3, cell: ({ answers }) => guessNames(answers?.name ?? '').first },
    last_name: { since: 3, cell: ({ answers }) => guessNames(answers?.name ?? '').last },
  },
  // As it is stored, without an extension, which E.164 has no place for.
  phone: {
    phone_e164: { since: 3, cell: ({ answers }) => e164(answers?.phone ?? '') },
  },
};

/** The fixed columns of each kind of file, in order. */
export const columns: Record<LeadsKind, Columns> = {
  full: {
    ...first,
    received_london: { since: 1, cell: (enquiry) => londonMinute(enquiry.receivedAt) },
    received_utc: { since: 1, cell: (enquiry) => enquiry.receivedAt.toISOString(), width: 26 },
    stage: { since: 1, cell: (enquiry) => enquiry.stage },
    outcome: { since: 2, cell: (enquiry) => enquiry.outcome ?? '' },
    ...readable,
    ...answerColumns(questionNames),
    ...Object.fromEntries(
      attributionKeys.map((key): [string, Column] => [
        key,
        { since: 1, cell: (enquiry) => (enquiry[key] ? campaignWords(enquiry[key]) : '') },
      ]),
    ),
    consent_version: { since: 1, cell: (enquiry) => enquiry.consentVersion },
    first_reply_utc: { since: 2, cell: (enquiry) => enquiry.repliedAt?.toISOString() ?? '', width: 26 },
    taken_by: { since: 2, cell: (enquiry) => enquiry.takenBy ?? 'form' },
  },
  contacts: {
    ...first,
    stage: { since: 2, cell: (enquiry) => enquiry.stage },
    ...readable,
    ...answerColumns(questionNames.filter((name) => questions[name].inContacts)),
    // What the people in it agreed to: another use, such as a newsletter, needs another consent.
    consent_scope: { since: 2, cell: () => 'reply only' },
  },
};

/** Rises by itself with what changes above. Every row says which it has. */
export const schemaVersion = Math.max(
  ...Object.values(columns).flatMap((some) => Object.values(some).map(({ since }) => since)),
  ...Object.values(dropped),
);

function answerColumns(names: readonly QuestionName[]): Columns {
  const all = names.map((name): Columns => ({ ...answerColumn(name), ...forms[name] }));
  return Object.assign({}, ...all);
}

function answerColumn(name: QuestionName): Columns {
  const { control, column } = questions[name];
  const shown = control.kind === 'tel' ? phoneAsText : (text: string) => text;
  return {
    [column.heading]: {
      since: column.since,
      cell: ({ answers = {} }) => shown(answerText(name, answers)),
      width: control.kind === 'textarea' ? 60 : 24,
    },
  };
}
