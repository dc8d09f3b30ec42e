import { validatePhoneNumberLength } from 'libphonenumber-js/min';
import { digitsOf, rings } from './phone.ts';

const elsewhere = 'If it is from another country, start with + and its code, such as +353 for Ireland';

/** What looks wrong with something typed: as it is asked of whoever typed it, and as the desk is told. */
export interface Doubt {
  asked: string;
  told: string;
}

/** What may be wrong with a stored number; undefined when it rings. */
export function phoneDoubt(stored: string): Doubt | undefined {
  if (stored === '' || rings(stored)) return undefined;
  const digits = digitsOf(stored);
  if (!/\d{3}/.test(digits))
    return { asked: 'I see no phone number here', told: 'There is no number in it.' };
  // As it is dialled from abroad, of a number at home.
  if (/^00(?:7\d{9}|0)/.test(digits))
    return { asked: 'There seems to be a 0 too many', told: 'The number may have a 0 too many.' };
  if (/^(?:\+|00)/.test(digits)) return doubtAbroad(digits.replace(/^00/, '+'));
  const from = foreign.find(({ like }) => like.test(digits));
  if (from)
    return {
      asked: `Is it ${from.number}? Then start with ${from.code}`,
      told: `It may be ${from.number} without ${from.code}.`,
    };
  const { asked, told } = doubtAtHome(digits);
  return { asked: twoSentences(asked, elsewhere), told };
}

export function twoSentences(first: string, second: string): string {
  return `${first}${first.endsWith('?') ? '' : '.'} ${second}`;
}

function doubtAtHome(digits: string): Doubt {
  if (digits.startsWith('0')) return byLength(11 - digits.length) ?? unknownStart;
  if (digits.length > 10)
    return {
      asked: 'Does it start with a country code? Then put + in front',
      told: 'It may lack the + in front, or have digits too many.',
    };
  if (digits.length < 9 && digits.length > 4)
    return {
      asked: 'The start of the number seems to be missing, such as 07 or 020',
      told: 'The number may lack its area code.',
    };
  return digits.length > 8
    ? { asked: 'Is the first 0 missing?', told: 'The number may lack its first 0, or its country code.' }
    : { asked: 'The number seems too short', told: 'The number is too short.' };
}

const unknownStart: Doubt = {
  asked: 'I know no UK number that starts like this',
  told: 'No UK number is known that starts like this.',
};

/** By how many digits are missing; undefined when none are. */
function byLength(missing: number): Doubt | undefined {
  if (missing === 0) return undefined;
  const some = Math.abs(missing);
  const number = some === 1 ? 'One digit' : `${some} digits`;
  return missing > 0
    ? {
        asked: `${number} ${some === 1 ? 'seems' : 'seem'} to be missing`,
        told: `The number may lack ${some === 1 ? 'a digit' : number}.`,
      }
    : {
        asked: `There ${some === 1 ? 'seems' : 'seem'} to be ${number.toLowerCase()} too many`,
        told: `The number may have ${some === 1 ? 'a digit' : number} too many.`,
      };
}

function doubtAbroad(digits: string): Doubt {
  const british = digits.startsWith('+44');
  const lacking = british ? byLength(10 - digits.replace(/^\+440?/, '').length) : undefined;
  if (lacking) return lacking;
  if (british) return unknownStart;
  const length = validatePhoneNumberLength(digits);
  if (length === 'INVALID_COUNTRY' || length === 'NOT_A_NUMBER')
    return { asked: 'I do not know the country code after the +', told: 'Its country code is not known.' };
  if (length === 'TOO_LONG')
    return { asked: 'It seems to have a digit too many', told: 'The number may have a digit too many.' };
  return { asked: 'A digit seems to be missing or wrong', told: 'The number may lack a digit.' };
}

// Mobiles as people write them at home, where no British number looks the same.
const foreign: readonly { like: RegExp; number: string; code: string }[] = [
  { like: /^08[35679]\d{7}$/, number: 'an Irish number', code: '+353' },
  { like: /^06\d{8}$/, number: 'a French or Dutch number', code: '+33 or +31' },
  { like: /^06[5-9]\d{8,9}$/, number: 'an Austrian number', code: '+43' },
  { like: /^01(?:5\d{9}|[67]\d{8,9})$/, number: 'a German number', code: '+49' },
  { like: /^04\d{8}$/, number: 'a Belgian or Australian number', code: '+32 or +61' },
  { like: /^08[01]\d{8}$/, number: 'a Nigerian number', code: '+234' },
  { like: /^[5-8]\d{8}$/, number: 'a Spanish or Polish number', code: '+34 or +48' },
  { like: /^9[1236]\d{7}$/, number: 'a Portuguese number', code: '+351' },
];
