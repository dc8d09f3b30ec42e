import { isKeyboardRun } from './keyboard-runs.ts';
import {
  denials,
  emptyWords,
  fairRemarks,
  type Kind,
  littleWords,
  realWords,
  wholes,
} from './stand-in-words.ts';

/** Whether a whole text, letters and digits only, stands for nothing. */
export function isStandIn(bare: string, kind: Kind): boolean {
  if (['person', 'place'].includes(kind) && realWords[kind].has(bare) && !forTests.has(bare)) return false;
  // Nothing but signs ("-", "?"), one letter, or the same one again and again ("xxx", "000").
  if (bare === '' || /^(?:[a-z]|([a-z0])\1+|0)$/.test(bare)) return true;
  if (/^(?:test(?:ing|er|s)?|dummy|sample|example)+\d*$/.test(bare)) return true;
  if (wholes.has(bare.replace(/^(?:mrs|miss|mr|ms|dr)(?=[a-z]{3})/, ''))) return true;
  return isKeyboardRun(bare) || (kind !== 'any' && kind !== 'place' && isNumberAlone(bare));
}

const forTests: ReadonlySet<string> = new Set(['test', 'blank', 'sample']);

/** A text of words, and none in it: "12", or a phone number with what phones are called. */
function isNumberAlone(bare: string): boolean {
  return !/\p{L}/u.test(bare.replace(/^(?:tel|telephone|mob|mobile|phone|call|ring|no|number)+(?=\d)/, ''));
}

/** Whether all the words of a text are such as say nothing: "will follow", "ask me", "insurer name", "name of the street". */
export function isEmptyText(plain: string, kind: Kind): boolean {
  if (
    /^(?:(?:the|your|my) )?(?:full |own )?names? (?:of|for) /.test(plain) ||
    /^same (?:as|address)\b/.test(plain)
  )
    return true;
  const words = wordsIn(plain);
  if (words.length > 0 && words.every((word) => /^([a-z])\1+$/.test(word))) return true;
  const isDenied = ['words', 'photo'].includes(kind) && words.some((word) => denials.has(word));
  return (
    words.every((word) => littleWords.has(word) || emptyWords.has(word)) &&
    (isDenied || words.some((word) => emptyWords.has(word) && !realWords[kind].has(word)))
  );
}

/** What stands behind a colon or a dash, or in brackets: it is judged by itself, and so is what brackets follow. */
export function partsOf(plain: string): string[] {
  const [first = '', ...behind] = plain
    .split(/:\s*|\s[-–—]+\s|\s?[–—]+\s?|[()[\]]/u)
    .map((part) => part.trim());
  const isLabelled = /^[^()[\]–—]*?(?::| - )/u.test(plain);
  return [...behind, ...(behind.length > 0 && !isLabelled ? [first] : [])].filter((part) => part !== '');
}

export function isEmptyPart(part: string, kind: Kind): boolean {
  const bare = part.replace(/[^\p{L}\p{N}]/gu, '');
  const words = wordsIn(part);
  if (words.every((word) => fairRemarks.has(word) || realWords[kind].has(word))) return false;
  return (bare.length > 1 && wholes.has(bare)) || isEmptyText(part, kind);
}

/** As phones and cameras name a picture, or any name of a file. */
export function isFileName(plain: string): boolean {
  return (
    /\.(?:hei[cf]|jpe?g|png|webp|gif|tiff?|bmp|pdf|docx?|pages)$/.test(plain) ||
    /^(?:img|dscn?|dscf|pxl|mvimg|screenshot|image|photo|picture|whatsapp image)[ _-]?\d[\w .-]*$/.test(plain)
  );
}

function wordsIn(plain: string): string[] {
  return plain.replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
