import { healthWords } from './content/health-words.ts';

const { anywhere, alone, harmless } = healthWords;
const anyWord = new RegExp(anywhere.join('|'));
const startsWithWord = new RegExp(`^(?:${anywhere.join('|')})`);
/** More letters than the longest of them has. */
const longestWord = 24;

/** Whether a text, its letters folded, holds a word about somebody's health: also glued, or taken apart. */
export function namesCondition(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word && !harmless.includes(word));
  return words.some(
    (word, place) =>
      alone.includes(word) ||
      anyWord.test(word) ||
      startsWithWord.test(words.slice(place, place + longestWord).join('')),
  );
}

/** Whether it holds what names one person: an address of theirs, or what an advertising company calls their click. */
export function namesPerson(text: string): boolean {
  return (
    personal.some((shape) => shape.test(text)) ||
    (/(?<![a-z])at(?![a-z])/i.test(text) && /(?<![a-z])dot(?![a-z])/i.test(text)) ||
    text.split(/[^a-z\d]+/i).some(isOpaque)
  );
}

const personal = [
  // An email address.
  /[^\s@]@|[([]\s?at\s?[)\]]/i,
  // A phone number: as in Britain, the first three digits in one; as in France, in pairs; with a country's code. A number
  // of an advert has the same digits as one with neither zero nor plus, but for British mobiles.
  /(?<!\d)0[1-9]\d(?:[-+\s()._/]{0,2}\d){7,8}(?!\d)/,
  /(?<!\d)0[1-9](?:[-+\s._/]\d\d){4}(?!\d)/,
  /(?:\+|^\s|(?<!\d)00)[1-9](?:[-+\s()._/]{0,3}\d){7,14}(?!\d)/,
  /(?<!\d)44(?:7[1-57-9]\d{8}|[-+\s(._/][-+\s()0]{0,4}[1-9](?:[-+\s()._/]{0,2}\d){9})(?!\d)/,
  // Names of click ids, how Google's and Meta's begin, and 32 hexadecimal digits, which may also be a hashed address.
  /(?:[gdx]|fb|ms|tt|tw|y)cl(?:k)?id|[gw]braid|\bga1\.|igshid|li_fat_id|srsltid/i,
  /\b(?:cj[0w]kc|eaiaiq|iwar|iwy2x|iwzx)[\w-]{12}/i,
  /(?<![\da-f])[\da-f]{32}/i,
  /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i,
];

/** Whether it looks drawn by lot: long, with letters and digits, or small and capital ones, taking turns. */
function isOpaque(piece: string): boolean {
  if (piece.length < 20) return false;
  const turns = (shape: RegExp) => piece.match(shape)?.length ?? 0;
  const digits = turns(/[a-z](?=\d)|\d(?=[a-z])/gi);
  return digits >= 3 || digits + turns(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) > piece.length / 2;
}
