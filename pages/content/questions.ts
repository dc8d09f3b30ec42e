import * as z from 'zod/mini';
import { nameLine, plainLine } from '../typed-text.ts';
import { cleanEmail } from './email.ts';
import { readPhone } from './read-phone.ts';

export const maxMessage = 1000;

export interface Question {
  label: string;
  hint?: string;
  optional?: true;
  control:
    | { kind: 'text' | 'email' | 'tel'; autocomplete: string; inputmode?: 'email' | 'tel' }
    | { kind: 'textarea'; rows: number }
    | { kind: 'radios'; options: Readonly<Record<string, string>> }
    | { kind: 'tick' }
    /** Not asked: it is read from what was typed as another answer. */
    | { kind: 'unasked' };
  /** What counts as an answer. In: the text of the field, '' when it is absent. Out: what is stored. */
  answer: z.ZodMiniType<string, string>;
  /** Its column in the leads files, and the schema version of those files that has it first. */
  column: { heading: string; since: number };
  /** Whether the Contacts file has it: that file is for reaching people, and for nothing else. */
  inContacts: boolean;
  /** What the privacy notice calls it. */
  inNotice: string;
  /** What the daily test enquiry answers. */
  example: string;
}

const replyWays = { email: 'Email', call: 'Phone call', text: 'Text message' } as const;
const goodTimes = {
  any: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Early evening',
} as const;

const readAs = (read: (text: string) => string) => z.pipe(z.string(), z.transform(read));

/** What is asked, in the order it is asked. Whatever depends on a question is read from its record. */
export const questions = {
  name: {
    label: 'Your name',
    control: { kind: 'text', autocomplete: 'name' },
    answer: readAs(nameLine).check(
      z.refine((text: string) => text !== '', { error: 'Enter your name' }),
      z.refine((text: string) => [...text].length <= 100, {
        error: 'Your name must be 100 characters or fewer',
      }),
    ),
    column: { heading: 'name', since: 1 },
    inContacts: true,
    inNotice: 'your name',
    example: 'Test enquiry',
  },
  replyBy: {
    label: 'How would you like a reply?',
    control: { kind: 'radios', options: replyWays },
    answer: z.enum(keys(replyWays), { error: 'Choose how you would like a reply' }),
    column: { heading: 'reply_by', since: 1 },
    inContacts: true,
    inNotice: 'how you would like a reply',
    example: 'email',
  },
  email: {
    label: 'Email address',
    hint: 'Needed for a reply by email',
    control: { kind: 'email', autocomplete: 'email', inputmode: 'email' },
    answer: readAs(cleanEmail),
    column: { heading: 'email', since: 1 },
    inContacts: true,
    inNotice: 'your email address',
    example: 'canary@localhost.invalid',
  },
  phone: {
    label: 'Phone number',
    hint: 'Needed for a call or a text. Any number I can reach you on',
    control: { kind: 'tel', autocomplete: 'tel', inputmode: 'tel' },
    answer: readAs((text) => readPhone(text).phone),
    column: { heading: 'phone', since: 1 },
    inContacts: true,
    inNotice: 'your phone number',
    example: '',
  },
  phoneRemark: {
    label: 'Beside the phone number',
    optional: true,
    control: { kind: 'unasked' },
    answer: readAs(plainLine),
    column: { heading: 'phone_remark', since: 3 },
    inContacts: false,
    inNotice: 'what you write beside it',
    example: '',
  },
  voicemail: {
    label: 'It is fine to leave a message on this number',
    optional: true,
    control: { kind: 'tick' },
    answer: z.union(
      [
        z.literal('yes'),
        z.pipe(
          z.literal(''),
          z.transform(() => 'no' as const),
        ),
      ],
      { error: 'Tick the box if a message is fine, or leave it empty' },
    ),
    column: { heading: 'may_leave_message', since: 1 },
    inContacts: true,
    inNotice: 'whether I may leave a message',
    example: '',
  },
  goodTime: {
    label: 'When is a good time?',
    optional: true,
    control: { kind: 'radios', options: goodTimes },
    answer: z.union([z.enum(keys(goodTimes)), z.literal('')], { error: 'Choose when is a good time' }),
    column: { heading: 'good_time', since: 1 },
    inContacts: true,
    inNotice: 'a good time to reach you',
    example: '',
  },
  message: {
    label: 'Anything you would like to ask?',
    hint: 'Please leave medical details for the consultation. Up to 1,000 characters',
    optional: true,
    control: { kind: 'textarea', rows: 4 },
    answer: z.string().check(
      z.trim(),
      z.refine((text) => hasAtMost(maxMessage, text), {
        error: `Your message must be ${maxMessage.toLocaleString('en-GB')} characters or fewer`,
      }),
    ),
    column: { heading: 'message', since: 1 },
    inContacts: false,
    inNotice: 'your message if you write one',
    example: 'Sent by the site to itself, to see that enquiries arrive.',
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof questions;
export const questionNames = Object.keys(questions) as QuestionName[];

type Unasked = { control: { kind: 'unasked' } };
export type AskedName = {
  [Name in QuestionName]: (typeof questions)[Name] extends Unasked ? never : Name;
}[QuestionName];

/** Those that are on the form. */
export const askedNames = questionNames.filter(
  (name): name is AskedName => questionOf(name).control.kind !== 'unasked',
);

/** A question with all that it may have, whatever it has. */
export function questionOf(name: QuestionName): Question {
  return questions[name];
}

type AnswerSchemas = { [Name in QuestionName]: (typeof questions)[Name]['answer'] };

/** The one enquiry schema. In: the form's text fields. Out: what is stored. */
export const enquirySchema = z
  .object({
    // Object.fromEntries forgets the names of the keys it was given.
    ...(fromNames(questionNames, (name) => questions[name].answer) as AnswerSchemas),
    /** The version of the wording that was ticked: its value travels in the box itself. */
    consent: z
      .string()
      .check(z.minLength(1, 'Tick the box if you agree. Without it I may not store your enquiry')),
  })
  .check(z.superRefine(needsAWayToReply));

/** One enquiry's answers, as they are sealed, shown at the desk and exported. Consent is stored beside them, readable. */
export type Answers = Omit<z.output<typeof enquirySchema>, 'consent'>;

/** Answers as they come back from storage: an enquiry from before a question was asked has no answer to it. */
export type StoredAnswers = Partial<Answers>;

/** The form as typed: one string a field, '' for nothing. */
export type FormValues = Record<AskedName | 'consent', string>;

export const fieldNames: readonly (keyof FormValues)[] = [...askedNames, 'consent'];

/** The words for an answer: `call` becomes "Phone call". '' when there is none. */
export function answerText(name: QuestionName, answers: StoredAnswers): string {
  const { control } = questionOf(name);
  const answer = answers[name] ?? '';
  if (control.kind === 'radios') return control.options[answer] ?? '';
  if (control.kind === 'tick') return { yes: 'Yes', no: 'No' }[answer] ?? '';
  return answer;
}

function needsAWayToReply(
  answers: { replyBy: keyof typeof replyWays; email: string; phone: string },
  context: z.core.$RefinementCtx,
) {
  if (answers.email !== '' || answers.phone !== '') return;
  const path = [answers.replyBy === 'email' ? 'email' : 'phone'];
  context.addIssue({ code: 'custom', path, message: missingWords[answers.replyBy] });
}

/** What is said of the way to reply that was chosen when there is nothing to reply to. */
export const missingWords = {
  email: 'Enter your email address, so that I can reply',
  call: 'Enter your phone number, so that I can call you',
  text: 'Enter your phone number, so that I can text you',
} as const satisfies Record<keyof typeof replyWays, string>;

const graphemes = new Intl.Segmenter('en-GB');

/** People count what they see: a flag, or a family in one emoji, is one. */
export function hasAtMost(most: number, text: string): boolean {
  if (text.length <= most) return true;
  const characters = graphemes.segment(text)[Symbol.iterator]();
  for (let count = 0; count <= most; count++) if (characters.next().done) return true;
  return false;
}

/** An object with something for each name. */
export function fromNames<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

function keys<T extends Record<string, string>>(options: T) {
  return Object.keys(options) as [keyof T & string, ...(keyof T & string)[]];
}
