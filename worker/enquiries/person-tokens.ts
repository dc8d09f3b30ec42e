import { emailIdentity } from '../../pages/content/email.ts';
import { phoneIdentity } from '../../pages/content/phone.ts';
import type { Answers } from '../../pages/content/questions.ts';
import { keyedToken } from '../sealing/keyed-token.ts';

/** Tokens by which the same email address or phone number is known again, however it was written. */
export async function personTokens(personKey: CryptoKey, { email, phone }: Pick<Answers, 'email' | 'phone'>) {
  return {
    ...(emailIdentity(email) && { emailToken: await personToken(personKey, 'email', emailIdentity(email)) }),
    ...(phoneIdentity(phone) && { phoneToken: await personToken(personKey, 'phone', phoneIdentity(phone)) }),
  };
}

function personToken(personKey: CryptoKey, kind: 'email' | 'phone', words: string): Promise<string> {
  return keyedToken(personKey, `${kind} ${words}`);
}

// Two people may well ask "How much is a session?"; hardly anybody repeats a stranger's longer words.
const fewestLetters = 40;

/** Tokens by which the same message under another name is known again; none for a short message. */
export async function repeatTokens(repeatKey: CryptoKey, { message, name }: Answers) {
  const letters = lettersOf(message);
  if (letters.length < fewestLetters) return {};
  return {
    messageToken: await keyedToken(repeatKey, `message ${letters}`),
    nameToken: await keyedToken(repeatKey, `name ${lettersOf(name)}`),
  };
}

// Robots change a number or a space from one to the next.
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
