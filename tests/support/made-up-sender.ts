// Somebody who sends an enquiry while things fail, on the Worker's own bindings and on a local server alike.

/** Typed into every field; nothing that is printed may ever hold it. */
export const canary = 'zqcanaryqz';
const canaryPhone = '07700 900173';
const typedWords = [canary, '7700 900173', '7700900173'];

/** Which of the words that senders typed are in what was printed. */
export function leakedIn(printed: string): string[] {
  return typedWords.filter((word) => printed.includes(word));
}

/** What one person types, into a form that showed these words. What a robot types goes to Review. */
export function typedBy(person: number, isRobot: boolean, words: { shown: string; consent: string }) {
  return {
    formKey: `00000000-0000-4000-8000-${String(person).padStart(12, '0')}`,
    name: `${canary} ${person}`,
    email: `${canary}${person}@example.com`,
    phone: canaryPhone,
    message: `${canary} ${person} <words>`,
    replyBy: 'email',
    ...words,
    topic: isRobot ? canary : '',
    c: canary,
    utm_source: canary,
    utm_content: canary,
  };
}

/** What the sender was told: the reference of an enquiry that was received, or that nothing was sent. */
export type Told = { reference: string } | 'not sent' | 'something else';

/** Whoever is told that nothing was sent has every word still in the page. */
export async function toldBy(answer: Response, form: ReturnType<typeof typedBy>): Promise<Told> {
  const page = await answer.text();
  const [, reference] = /^\/sent\/([3-9A-Z]{8})\//.exec(answer.headers.get('Location') ?? '') ?? [];
  if (answer.status === 303 && reference) return { reference };
  const { replyBy: _, consent: __, shown: ___, message, ...typed } = form;
  const words = [...Object.values(typed), message.replace('<', '&lt;').replace('>', '&gt;')];
  return answer.status === 503 && words.every((word) => page.includes(word)) ? 'not sent' : 'something else';
}
