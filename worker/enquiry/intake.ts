import { drizzle } from 'drizzle-orm/d1';
import type { ConsentVersion } from '../../pages/content/consent.ts';
import type { Answers } from '../../pages/content/questions.ts';
import type { Form } from '../../pages/form.ts';
import { within } from '../deadline.ts';
import type { Keys } from '../keys.ts';
import { enquiryId, referenceOf } from './identity.ts';
import { seal } from './seal.ts';
import { enquiries, type NewEnquiry } from './table.ts';

const deadline = 2500;

/** Everything about one enquiry that is fixed before the first try to store it, and so the same for every try. */
export async function prepareEnquiry(
  keys: Keys,
  { formKey, attribution }: Form,
  answers: Answers,
  consentVersion: ConsentVersion,
): Promise<NewEnquiry> {
  const id = await enquiryId(keys.dedupe, formKey, answers);
  const sealed = await seal(answers, id, keys.ring);
  return {
    id,
    reference: referenceOf(id),
    receivedAt: new Date(),
    ...attribution,
    consentVersion,
    ...sealed,
  };
}

/** Resolves once D1 has confirmed the enquiry; one that is there already stays as it is. Rejects after 2.5 s. */
export async function storeEnquiry(database: D1Database, enquiry: NewEnquiry): Promise<void> {
  const insert = drizzle(database, { casing: 'snake_case' })
    .insert(enquiries)
    .values(enquiry)
    .onConflictDoNothing({ target: enquiries.id });
  await within(deadline, insert.run());
}
