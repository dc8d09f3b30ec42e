import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Parses a whole string as one number, British unless it starts with a country code. */
export function parsePhone(text: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false });
  return number && isReachable(number) ? number : undefined;
}

/** The form a number is stored in: E.164, with `;ext=` and the digits when there is an extension. */
export function standardPhone(number: PhoneNumber): string {
  return number.ext ? `${number.number};ext=${number.ext}` : number.number;
}

/** A stored number as people write it: British ones nationally, others with their country code. */
export function displayPhone(stored: string): string {
  // What the library says of most British mobiles, without its search: that was two thirds of the time of an export.
  const [, start, end] = /^\+44(7[1-57-9]\d\d)(\d{6})$/.exec(stored) ?? [];
  if (start) return `0${start} ${end}`;
  const number = parsePhoneNumberFromString(stored, 'GB');
  if (!number) return stored;
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational();
}

// `isValid` follows each country's published ranges, which lag behind real numbers (and leave out the ones
// Ofcom keeps for fiction); `isPossible` only counts digits, and so takes a French 06 number for a British one.
function isReachable(number: PhoneNumber): boolean {
  if (number.isValid()) return true;
  if (number.countryCallingCode === '44') return /^[1235789]\d{8,9}$/.test(number.nationalNumber);
  return number.isPossible();
}
