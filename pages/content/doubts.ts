import { emailDoubt } from './email.ts';
import { type Doubt, phoneDoubt } from './phone-doubts.ts';
import { missingWords, questions, type StoredAnswers } from './questions.ts';

/** What is asked about once, and stored as it is when it comes again. */
export const doubtable = ['email', 'phone'] as const;
export type Doubtable = (typeof doubtable)[number];

type Contact = { [Name in Doubtable | 'replyBy']?: StoredAnswers[Name] | undefined };

/** Read from the answers themselves, whenever they are looked at: nothing about a doubt is stored. */
export function doubtsAbout(answers: Contact): Partial<Record<Doubtable, Doubt>> {
  const { email = '', phone = '' } = answers;
  const about = { email: emailDoubt(email), phone: phoneDoubt(phone) };
  const missing = missingFor(answers);
  const given = doubtable.filter((name) => about[name] !== undefined || name === missing);
  return Object.fromEntries(given.map((name) => [name, about[name] ?? withoutIt(answers)]));
}

/** The field that the chosen way to reply needs, if it is empty. */
function missingFor({ replyBy, email = '', phone = '' }: Contact): Doubtable | undefined {
  if (replyBy === 'email') return email === '' ? 'email' : undefined;
  return replyBy && phone === '' ? 'phone' : undefined;
}

function withoutIt({ replyBy = 'email' }: Contact): Doubt {
  const way = questions.replyBy.control.options[replyBy].toLowerCase();
  return {
    asked: `${missingWords[replyBy]}. Or choose another way to reply`,
    told: `They would like a reply by ${way}, and gave no ${replyBy === 'email' ? 'address' : 'number'}.`,
  };
}
