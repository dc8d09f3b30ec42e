/** What a person may say who has held a statement against its source. */
export const checkAnswers = {
  'says so': 'I have opened the source, and it says so',
  'does not say so': 'It does not say so',
  'could not open': 'I could not open it',
} as const;

export type CheckAnswer = keyof typeof checkAnswers;

export function isAnswer(text: string): text is CheckAnswer {
  return Object.hasOwn(checkAnswers, text);
}
