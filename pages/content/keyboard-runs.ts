const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const letterRuns = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const up = '01234567890123456789';
const down = [...up].reverse().join('');

/** Whether a text, letters and digits only and small, is what fingers type along a keyboard, or a count: "asdf", "123456". */
export function isKeyboardRun(bare: string): boolean {
  const [, letters = '', digits = ''] = /^([a-z]*)(\d*)$/.exec(withoutRepeat(bare)) ?? [];
  if (letters === '') return isCount(digits);
  const isRow = letterRuns.some(
    (run) => (letters.length > 3 && run.startsWith(letters)) || (letters.length > 4 && run.includes(letters)),
  );
  return (isRow || letters === 'abc') && (digits.length < 3 || up.includes(digits));
}

/** Whether nobody has a phone number: its digits count up or down, or are all the same. */
export function isCountedPhone(digits: string): boolean {
  const long = 8;
  return Array.from({ length: Math.max(0, digits.length - long + 1) }, (_, at) =>
    digits.slice(at, at + long),
  ).some((some) => isCount(some) || /^(\d)\1+$/.test(some));
}

/** Five digits or more that count up or down. */
function isCount(digits: string): boolean {
  return digits.length > 4 && (up.includes(digits) || down.includes(digits));
}

/** "asdfasdf" once. */
function withoutRepeat(text: string): string {
  // Where a text that is written twice finds itself again is where it repeats itself.
  return text.slice(0, (text + text).indexOf(text, 1));
}
