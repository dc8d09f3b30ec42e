/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ƙ: 'k',
  ɓ: 'b',
  ə: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ƴ: 'y',
  ς: 'σ',
};

const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'giu');

/**
 * Letters without their accents, and nothing invisible: "Łódź" becomes "Lodz". Other scripts stay as they are. Bound
 * the length first, because `normalize` is quadratic on long runs of marks.
 */
export function foldLetters(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(special, (letter) => {
      const small = letter.toLowerCase();
      const plain = plainLetters[small] ?? small;
      return letter === small ? plain : plain.toUpperCase();
    });
}
