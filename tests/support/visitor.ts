import { env, exports } from 'cloudflare:workers';
import type { FormValues } from '../../pages/content/questions.ts';
import { askedNames, fromNames, questions } from '../../pages/content/questions.ts';
import { nobody, type Practice } from '../../pages/practice.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { wordsShown } from './words-shown.ts';

export const site = 'https://practice.example';

const practice: Practice = { ...nobody, facts: fixtureFacts, version: 'fixture' };
const words = await wordsShown(env, practice);

/** A form that nothing is wrong with; a test changes what it is about. */
export const goodForm: FormValues & { formKey: string; shown: string } = {
  ...fromNames(askedNames, (name) => questions[name].example),
  formKey: '00000000-0000-4000-8000-000000000001',
  name: 'Ada Example',
  email: 'ada@example.com',
  message: '',
  ...words,
};

/** What every browser sends along with a form of our own page. */
export const browserHeaders = {
  Accept: 'text/html',
  'Accept-Language': 'en-GB',
  'User-Agent': 'Mozilla/5.0',
  'Sec-Fetch-Site': 'same-origin',
};

/** One request as the visitor's browser makes it; redirects are shown, not followed. */
export function visit(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(`${site}${path}`, { redirect: 'manual', ...init }));
}

export function send(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return visit('/enquiry', {
    method: 'POST',
    body,
    headers: { ...browserHeaders, ...headers },
  });
}

/** The reference in the address of a sent page; fails unless the answer was one. */
export function referenceIn(response: Response): string {
  const [, reference] = /^\/sent\/([3-9A-Z]{8})\/[\w-]+$/.exec(response.headers.get('Location') ?? '') ?? [];
  if (response.status !== 303 || !reference) throw new Error(`not sent: ${response.status}`);
  return reference;
}
