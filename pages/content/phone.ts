import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The number, British unless it starts with a country code; undefined when nobody can be reached on it. */
export function parsePhone(text: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false });
  return number && isReachable(number) ? number : undefined;
}

/** The form a number is stored in: E.164, with `;ext=` and the digits when there is an extension. */
export function standardPhone({ number, ext }: { number: string; ext?: string | undefined }): string {
  return ext ? `${number};ext=${ext}` : number;
}

/** A stored number as people write it: British ones nationally, others with their country code, doubtful ones as typed. */
export function displayPhone(stored: string): string {
  // What the library says of most British mobiles, without its search: that was two thirds of the time of an export.
  const [, start, end] = /^\+44(7[1-57-9]\d\d)(\d{6})$/.exec(stored) ?? [];
  if (start) return `0${start} ${end}`;
  const number = rings(stored) ? parsePhoneNumberFromString(stored, 'GB') : undefined;
  if (!number) return stored;
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational();
}

/**
 * A stored number so that a spreadsheet takes it for text: `07700900123` opens as a number without its zero, `+33…` as a
 * number without its plus, and one in doubt may look like a date or a sum.
 */
export function phoneAsText(stored: string): string {
  const shown = displayPhone(stored).replace(/^\+(\d+)/, '(+$1)');
  if (stored.startsWith('+') || /[^\d\s.()/\p{Pd}]/u.test(shown)) return shown;
  const spaced = shown.replace(/\D+/g, ' ').trim();
  return spaced.includes(' ') ? spaced : spaced.replace(/^(\d{1,5})(?=\d)/, '$1 ');
}

/** What stands in the address of a link behind `tel:` or `sms:`; undefined when there is too little to dial. */
export function dialled(stored: string): string | undefined {
  if (rings(stored)) return stored;
  const digits = digitsOf(stored);
  return /\d{3}/.test(digits) ? digits : undefined;
}

/** The digits of a typed number, without its extension, and with the + in front. */
export function digitsOf(typed: string): string {
  const [digits = ''] = typed.replace(/[^\d+a-z#]/gi, '').split(/[a-z#]/i);
  const plain = digits.replaceAll('+', '');
  return digits.startsWith('+') && !plain.startsWith('0') ? `+${plain}` : plain;
}

/** By what a number is known again: without its extension, and in doubt by its digits alone. */
export function phoneIdentity(stored: string): string {
  const digits = digitsOf(stored);
  return digits.length < 5 ? '' : digits;
}

/** Whether a text would most likely not arrive. Of other countries the small metadata knows it only where some share a code. */
export function isNoMobile(stored: string): boolean {
  if (/^\+44\d/.test(stored)) return !/^\+447(?:[1-57-9]|624)/.test(stored);
  const type = rings(stored) ? parsePhone(stored)?.getType() : undefined;
  return type === 'FIXED_LINE' || type === 'TOLL_FREE' || type === 'PREMIUM_RATE';
}

/** British numbers that no bundle of minutes has in it. */
export function costsExtra(stored: string): boolean {
  return /^\+44(?:9|8[47]|70)|^118\d{3}$/.test(digitsOf(stored));
}

/** Whether a stored number rings. What does not is stored as it was typed, and never in the standard form. */
export function rings(stored: string): boolean {
  return /^\+\d{7,15}(?:;ext=\d+)?$/.test(stored);
}

/** Without an extension, which E.164 has no place for; '' for a number in doubt. */
export function e164(stored: string): string {
  return rings(stored) ? stored.replace(/;.*/, '') : '';
}

// The ranges that Ofcom keeps for drama: they ring nowhere, and are what examples and tests are made of.
const drama =
  /^(?:11[3-8]4960|1[2-6]14960|1914980|1632960|2079460|2896496|2920180|3069990|7700900|8081570|9098790)\d{3}$/;
// New blocks are opened within these long before a library knows of them.
const growing = /^(?:7[1-9]\d{2}|11[3-8]\d|1[2-69]1\d|2[03489]\d{2})\d{6}$/;

/** Whether a British number, without its 0 and without a country code, is one of those for drama. */
export function isDrama(nationalNumber: string): boolean {
  return drama.test(nationalNumber);
}

function isReachable(number: PhoneNumber): boolean {
  if (number.isValid()) return true;
  const { countryCallingCode, nationalNumber, country } = number;
  if (countryCallingCode === '44') return drama.test(nationalNumber) || growing.test(nationalNumber);
  // Where countries share a code, and only there, the library judges by ranges that were given out.
  return country === undefined && number.isPossible();
}
