import type { Attribution } from './attribution.ts';
import { type Doubtable, doubtable, doubtsAbout } from './content/doubts.ts';
import { twoSentences } from './content/phone-doubts.ts';
import {
  type Answers,
  enquirySchema,
  type FormValues,
  fieldNames,
  fromNames,
  questions,
} from './content/questions.ts';
import { readPhone } from './content/read-phone.ts';

export type FieldName = keyof FormValues;
export type FormErrors = Partial<Record<FieldName, string>>;
/** What the page before has asked about, as it was typed then. */
export type Asked = Partial<Record<Doubtable, string>>;

/** One filling-in of the enquiry form: what was typed, what is wrong with it, and what travels along unseen. */
export interface Form {
  /** Random, made with the page. The same key and answers are the same enquiry. */
  formKey: string;
  attribution: Attribution;
  /** Names the words that it is shown with; '' where nothing is agreed to. See worker/enquiries/wordings.tsx. */
  shown: string;
  /** What is in the box that people cannot see. */
  trap: string;
  /** Lets the next press through, where the browser does not say from which site it comes. */
  pressTag?: string;
  values: FormValues;
  asked: Asked;
  errors: FormErrors;
}

// What people see as one character is up to sixteen units: a kiss of two people with their colours of skin.
export const unitsInOne = 16;
/** A longer line is given back as it is, and nothing in it is asked about. */
export const mostInLine = unitsInOne * 100;

/** The unseen field in which a page says what it asked about. */
export function askedField(name: Doubtable): string {
  return `asked-${name}`;
}

const noValues = fromNames(fieldNames, () => '');

export function emptyForm(formKey: string, attribution: Attribution): Form {
  return { formKey, attribution, shown: '', trap: '', values: noValues, asked: {}, errors: {} };
}

export interface CheckedForm {
  answers: Answers;
  /** The version of the words that were ticked. */
  consent: string;
}

/**
 * The checked form: the answers and the consent that was ticked, or a message for each field with a mistake. What only
 * looks wrong is a mistake until it comes again unchanged.
 */
export function checkForm(values: FormValues, asked: Asked = {}): CheckedForm | { errors: FormErrors } {
  const parsed = enquirySchema.safeParse({ ...values, phoneRemark: readPhone(values.phone).remark });
  const errors: FormErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = fieldNames.find((field) => field === path[0]);
    if (name) errors[name] ??= message;
  }
  const doubts = doubtsAbout({
    email: questions.email.answer.parse(values.email),
    phone: questions.phone.answer.parse(values.phone),
    replyBy: questions.replyBy.answer.safeParse(values.replyBy).data,
  });
  for (const name of doubtable) {
    const before = asked[name];
    const isAnswered = before !== undefined && compared(name, before) === compared(name, values[name]);
    const doubt = doubts[name];
    if (doubt && !isAnswered)
      errors[name] ??= twoSentences(doubt.asked, values[name] === '' ? leaveEmpty : leaveIt);
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { errors };
  const { consent, ...answers } = parsed.data;
  return { answers, consent };
}

const leaveIt = 'If what you typed is right, leave it and press the button again';
const leaveEmpty = 'Or leave it empty, and press the button again';

/** What would be stored, however it is spaced. */
function compared(name: Doubtable, typed: string): string {
  return questions[name].answer.parse(typed).replaceAll(' ', '').toLowerCase();
}
