import * as z from 'zod/mini';
import { consents } from './consent.ts';
import { parsePhone, standardPhone } from './phone.ts';

export const maxMessage = 1000;

const replyWays = { email: 'Email', call: 'Phone call', text: 'Text message' } as const;
const goodTimes = {
  any: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Early evening',
} as const;

const oneLine = z.pipe(
  z.string(),
  z.transform((text: string) => text.replace(/\s+/gu, ' ').trim()),
);

const email = oneLine.check(
  z.refine(
    (text: string) => text === '' || (text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u.test(text)),
    { error: 'Enter an email address like name@example.com' },
  ),
);

const phone = z.pipe(
  oneLine,
  z.transform((text: string, context) => {
    if (text === '') return '';
    const number = parsePhone(text);
    if (number) return standardPhone(number);
    context.issues.push({
      code: 'custom',
      input: text,
      message:
        'Enter one phone number, like 07700 900123. Start with + and the country code if it is not from the UK',
    });
    return z.NEVER;
  }),
);

/** The one enquiry schema: what counts as an answer. In: the form's text fields, absent ones as ''. Out: what is kept. */
export const enquirySchema = z
  .object({
    name: oneLine.check(
      z.refine((text: string) => text !== '', { error: 'Enter your name' }),
      z.refine((text: string) => characters(text) <= 100, {
        error: 'Your name must be 100 characters or fewer',
      }),
    ),
    replyBy: z.enum(keys(replyWays), { error: 'Choose how you would like a reply' }),
    email,
    phone,
    voicemail: z.union([
      z.literal('yes'),
      z.pipe(
        z.literal(''),
        z.transform(() => 'no' as const),
      ),
    ]),
    goodTime: z.union([z.enum(keys(goodTimes)), z.literal('')]),
    message: z.string().check(
      z.trim(),
      z.refine((text) => characters(text) <= maxMessage, {
        error: `Your message must be ${maxMessage.toLocaleString('en-GB')} characters or fewer`,
      }),
    ),
    /** The version of the wording that was ticked: its value travels in the box itself. */
    consent: z.enum(keys(consents), {
      error: 'Tick the box if you agree. Without it I may not keep your enquiry',
    }),
  })
  .check(z.superRefine(needsAWayToReply));

/** One enquiry's answers, as they are sealed, shown at the desk and exported. Consent is kept beside them, readable. */
export type Answers = Omit<z.output<typeof enquirySchema>, 'consent'>;
export type QuestionName = keyof Answers;

/** Answers as they come back from storage: an enquiry from before a question was asked has no answer to it. */
export type StoredAnswers = Partial<Answers>;

/** The form as typed: one string a field, '' for nothing. */
export type FormValues = Record<keyof z.input<typeof enquirySchema>, string>;

export interface Question {
  label: string;
  hint?: string;
  optional?: true;
  control:
    | { kind: 'text' | 'email' | 'tel'; autocomplete: string; inputmode?: 'email' | 'tel' }
    | { kind: 'textarea'; rows: number }
    | { kind: 'radios'; options: Readonly<Record<string, string>> }
    | { kind: 'tick' };
}

/** What is asked, in the order it is asked. */
export const questions = {
  name: { label: 'Your name', control: { kind: 'text', autocomplete: 'name' } },
  replyBy: { label: 'How would you like a reply?', control: { kind: 'radios', options: replyWays } },
  email: {
    label: 'Email address',
    hint: 'Needed for a reply by email',
    control: { kind: 'email', autocomplete: 'email', inputmode: 'email' },
  },
  phone: {
    label: 'Phone number',
    hint: 'Needed for a call or a text. Any number I can reach you on',
    control: { kind: 'tel', autocomplete: 'tel', inputmode: 'tel' },
  },
  voicemail: {
    label: 'It is fine to leave a message on this number',
    optional: true,
    control: { kind: 'tick' },
  },
  goodTime: {
    label: 'When is a good time?',
    optional: true,
    control: { kind: 'radios', options: goodTimes },
  },
  message: {
    label: 'Anything you would like to ask?',
    hint: 'Please leave medical details for the consultation. Up to 1,000 characters',
    optional: true,
    control: { kind: 'textarea', rows: 4 },
  },
} satisfies Record<QuestionName, Question>;

export const questionNames = Object.keys(questions) as QuestionName[];

/** The words for an answer: `call` becomes "Phone call". '' when there is none. */
export function answerText(name: QuestionName, answers: StoredAnswers): string {
  const { control }: Question = questions[name];
  const answer = answers[name] ?? '';
  if (control.kind === 'radios') return control.options[answer] ?? '';
  if (control.kind === 'tick') return { yes: 'Yes', no: 'No' }[answer] ?? '';
  return answer;
}

function needsAWayToReply(
  answers: { replyBy: string; email: string; phone: string },
  context: z.core.$RefinementCtx,
) {
  if (answers.replyBy === 'email' && answers.email === '') {
    context.addIssue({
      code: 'custom',
      path: ['email'],
      message: 'Enter your email address, so that I can reply',
    });
  }
  if (answers.replyBy !== 'email' && answers.phone === '') {
    const message = `Enter your phone number, so that I can ${answers.replyBy === 'text' ? 'text' : 'call'} you`;
    context.addIssue({ code: 'custom', path: ['phone'], message });
  }
}

/** People count what they see: an emoji is one or a few, never four. */
function characters(text: string): number {
  return [...text].length;
}

function keys<T extends Record<string, string>>(options: T) {
  return Object.keys(options) as [keyof T & string, ...(keyof T & string)[]];
}
