import { attributionInForm } from '../../pages/attribution.ts';
import { trapField } from '../../pages/components/trap.tsx';
import { doubtable } from '../../pages/content/doubts.ts';
import { type FormValues, fieldNames, maxMessage, questionOf } from '../../pages/content/questions.ts';
import {
  askedField,
  type CheckedForm,
  checkForm,
  emptyForm,
  type FieldName,
  type Form,
  type FormErrors,
  mostInLine,
  unitsInOne,
} from '../../pages/form.ts';
import { cleanText, textIn, typedIn } from './read-body.ts';

const formKeyShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A posted enquiry form. Its errors are about what could not be read as one answer. */
export function readFormIn(fields: URLSearchParams): Form {
  // A key that somebody took out or changed still gets a sender through, only without the guard against sending twice.
  const formKey = textIn(fields, 'formKey');
  const form: Form = {
    ...emptyForm(
      formKeyShape.test(formKey) ? formKey : crypto.randomUUID(),
      attributionInForm(fields.entries()),
    ),
    trap: textIn(fields, trapField).slice(0, 100),
    errors: {},
  };
  const asked = doubtable.filter((name) => fields.has(askedField(name)));
  for (const name of asked)
    form.asked[name] = cleanText(textIn(fields, askedField(name)).slice(0, mostInLine));
  const values: FormValues = { ...form.values };
  for (const name of fieldNames) {
    const { value, mistake } = readAnswer(name, typedIn(fields, name));
    values[name] = value;
    if (mistake) form.errors[name] = mistake;
  }
  return { ...form, values };
}

/** The checked form, or a message for each mistake. What could not be read as one answer stays one, whatever it says. */
export function checkRead({ values, asked, errors }: Form): CheckedForm | { errors: FormErrors } {
  const unread = Object.fromEntries(Object.keys(errors).map((name) => [name, '']));
  const checked = checkForm({ ...values, ...unread }, asked);
  if (Object.keys(unread).length === 0) return checked;
  return { errors: { ...('errors' in checked && checked.errors), ...errors } };
}

const mostInText = unitsInOne * maxMessage;

/** Words that are far too long are given back as they are: to clean and check them could take a second. */
function readAnswer(name: FieldName, lines: string[]): { value: string; mistake?: string } {
  if (name === 'consent') return { value: lines.length > 1 ? '' : lines.join('') };
  const { control, label, answer } = questionOf(name);
  const isTyped = control.kind !== 'radios' && control.kind !== 'tick';
  const isText = control.kind === 'textarea';
  const text = lines.join(isText ? '\n' : ' ');
  const most = isText ? mostInText : mostInLine;
  if (text.length > most) {
    const { error } = answer.safeParse(text.slice(0, most));
    return { value: text, mistake: error?.issues[0]?.message ?? 'That is too long. Please make it shorter' };
  }
  if (lines.length < 2) return { value: cleanText(text) };
  const whatToDo = isTyped ? 'Both are here: keep only the right one' : 'Choose one';
  return { value: isTyped ? cleanText(text) : '', mistake: `Two answers came for “${label}”. ${whatToDo}` };
}

/** The form with the mistakes in what was typed: what is missing may have been lost on the way. */
export function withMistakesInTyped(form: Form, checked: ReturnType<typeof checkRead>): Form {
  const found = Object.entries('errors' in checked ? checked.errors : {});
  const values: Record<string, string> = form.values;
  const typed = found.filter(([name]) => values[name] !== '');
  return { ...form, errors: Object.fromEntries(typed) };
}

/** The form with nothing agreed to. */
export function withoutTicks(form: Form): Form {
  const ticks = fieldNames.filter((name) => name === 'consent' || questionOf(name).control.kind === 'tick');
  return { ...form, values: { ...form.values, ...Object.fromEntries(ticks.map((name) => [name, ''])) } };
}
