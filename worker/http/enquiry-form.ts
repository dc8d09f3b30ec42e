import { attributionInForm } from '../../pages/attribution.ts';
import { trapField } from '../../pages/components/trap.tsx';
import { doubtable } from '../../pages/content/doubts.ts';
import type { FormValues } from '../../pages/content/questions.ts';
import { fieldNames } from '../../pages/content/questions.ts';
import { type Asked, askedField, emptyForm, type Form } from '../../pages/form.ts';
import { cleanText, readBody, textIn } from './read-body.ts';

const formKeyShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads a posted enquiry form, urlencoded or multipart. A body that is neither, or no form of ours, is a 400. */
export async function readForm(request: Request): Promise<Form> {
  return readFormIn(await readBody(request));
}

export function readFormIn(body: FormData | URLSearchParams): Form {
  const values: FormValues = { ...emptyForm('', {}).values };
  for (const name of fieldNames) values[name] = cleanText(textIn(body, name));
  const asked: Asked = {};
  for (const name of doubtable)
    if (body.has(askedField(name))) asked[name] = cleanText(textIn(body, askedField(name)));
  // A key that somebody took out or changed still gets a sender through, only without the guard against sending twice.
  const formKey = textIn(body, 'formKey');
  return {
    formKey: formKeyShape.test(formKey) ? formKey : crypto.randomUUID(),
    attribution: attributionInForm(body.entries()),
    trap: cleanText(textIn(body, trapField)),
    values,
    asked,
    errors: {},
  };
}
