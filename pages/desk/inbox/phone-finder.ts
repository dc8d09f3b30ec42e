import { foldLetters } from '../../fold-letters.ts';

/** Finds half a phone number, typed in any form, in one that is stored as +447700900123 or +44…;ext=5. */
export function phoneFinder(q: string): (stored: string) => boolean {
  const typed = foldLetters(q)
    .trim()
    .replace(/^tel:/i, '')
    .replace(/(?:;?ext[.=]?|x|#) ?\d{1,7}$/i, '');
  if (!/^[\d\s()+./−\p{Pd}]+$/u.test(typed)) return () => false;
  const digits = typed
    .replace(/\(\s*0\s*\)/, '')
    .replace(/\D/g, '')
    .replace(/^00/, '');
  if (digits.length < 3) return () => false;
  // Some write the zero as at home behind the country's code.
  const withoutZero = digits.replace(/^440/, '44');
  const national = digits.startsWith('0') ? digits.slice(1) : undefined;
  return (stored) => {
    const [number = ''] = stored.replace(/[^\d;]/g, '').split(';');
    if (number.includes(digits) || number.includes(withoutZero)) return true;
    if (!national) return false;
    // At home the country's code is left out, and a zero stands in front.
    return stored.startsWith('+44') ? number.slice(2).startsWith(national) : number.includes(national);
  };
}
