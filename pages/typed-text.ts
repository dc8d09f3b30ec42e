/** One line as it reads: without what nobody sees, as copied from contacts and chats, and with single spaces. */
export function plainLine(text: string): string {
  return text
    .replace(/[\s\u2800]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{DI}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same for a name, in which the joiners stay that its script or an emoji needs. */
export function nameLine(text: string): string {
  const joined = text
    .replace(/[\s\u2800]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{DI}]/gu, '')
    .replace(/[\u200c\u200d]{2,}/g, (joiners) => joiners.slice(0, 1))
    .replace(/[\u200c\u200d]/g, (joiner, at: number, all: string) =>
      joins(all.slice(Math.max(0, at - 2), at), all.slice(at + 1, at + 3)) ? joiner : '',
    )
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[^\s\p{M}\p{C}\p{DI}\u200c\u200d]/u.test(joined) ? joined : '';
}

// Letters of these scripts stand alone; in others, and among emoji, a joiner changes what is seen.
const alone = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const joined = /^[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

function joins(before: string, after: string): boolean {
  const left = [...before].at(-1) ?? '';
  // The sign by which a consonant loses its vowel may end a word with a joiner behind it, as in Malayalam names.
  if (/^(?!\p{Script=Inherited})\p{M}/u.test(left)) return true;
  return [left, after].every((side) => joined.test(side) && !alone.test(side));
}

/** Without the marks at its end. A regular expression would look for that end from each of them. */
export function withoutEnd(text: string, marks: RegExp): string {
  let end = text.length;
  while (marks.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Full-width letters and signs, as keyboards for Chinese and Japanese type them, in their usual form. */
export function usualWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uff61]/g, '.');
}

/** Digits of every script as 0 to 9. */
export function usualDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let value = -1;
    // Unicode has each script's digits in a row, from zero on, and rows that touch are whole ones.
    for (let code = digit.codePointAt(0) ?? 0; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) value++;
    return String(value % 10);
  });
}
