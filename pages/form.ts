import type { Attribution } from './attribution.ts';
import type { ConsentVersion } from './content/consent.ts';
import { type Answers, enquirySchema, type FormValues, fieldNames, fromNames } from './content/questions.ts';

export type FieldName = keyof FormValues;
export type FormErrors = Partial<Record<FieldName, string>>;

/** One filling-in of the enquiry form: what was typed, what is wrong with it, and what travels along unseen. */
export interface Form {
  /** Random, made with the page. The same key and answers are the same enquiry. */
  formKey: string;
  attribution: Attribution;
  /** What is in the box that people cannot see. */
  trap: string;
  /** Lets the next press through, where the browser does not say from which site it comes. */
  pressTag?: string;
  values: FormValues;
  errors: FormErrors;
}

const noValues = fromNames(fieldNames, () => '');

export function emptyForm(formKey: string, attribution: Attribution): Form {
  return { formKey, attribution, trap: '', values: noValues, errors: {} };
}

export interface CheckedForm {
  answers: Answers;
  consent: ConsentVersion;
}

/** The checked form: the answers and the consent that was ticked, or a message for each field with a mistake. */
export function checkForm(values: FormValues): CheckedForm | { errors: FormErrors } {
  const parsed = enquirySchema.safeParse(values);
  if (parsed.success) {
    const { consent, ...answers } = parsed.data;
    return { answers, consent };
  }
  const errors: FormErrors = {};
  for (const { path, message } of parsed.error.issues) {
    const name = fieldNames.find((field) => field === path[0]);
    if (name) errors[name] ??= message;
  }
  return { errors };
}
