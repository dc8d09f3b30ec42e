import { namesCondition, namesPerson } from './campaign-privacy.ts';
import { foldLetters } from './fold-letters.ts';

/** What stands in place of a value that is not stored. No code can be like it, because a code has no brackets. */
export const markerWords = {
  '(withheld)': 'Withheld: it named a condition or a person',
  '(unreadable)':
    'Could not be read: the advert’s address holds a placeholder that was not filled in, or letters other than a to z',
} as const;

export type Marker = keyof typeof markerWords;

export function isMarker(text: string): text is Marker {
  return Object.hasOwn(markerWords, text);
}

const longest = 64;

// Codes that were read before: an advert's visitors all bring the same, and judging one takes a tenth of the time of a visit.
const knownCodes = new Set<string>();
const mostKnown = 200;

/** What is stored of a campaign's value: a plain code, a marker, or nothing where there was nothing. */
export function readCampaignValue(value: string): string | undefined {
  if (knownCodes.has(value)) return value;
  const read = judge(value);
  // What is withheld is remembered nowhere.
  if (read === value && !isMarker(read)) {
    if (knownCodes.size >= mostKnown) knownCodes.clear();
    knownCodes.add(value);
  }
  return read;
}

function judge(value: string): string | undefined {
  // Whoever copies an address out of a sentence loses the last bracket.
  const [, known] = /^\((withheld|unreadable)\b/.exec(value) ?? [];
  if (known) return `(${known})`;
  const text = foldLetters(value.replace(/['’‘ʼ`´]/g, ''));
  if (holdsPlaceholder(text)) return '(unreadable)';
  if (namesPerson(text) || namesCondition(text)) return '(withheld)';
  if (/(?![a-z\d])[\p{L}\p{N}]/iu.test(text)) return '(unreadable)';
  const code = trimmed(trimmed(text.replace(/[^a-z\d]+/gi, oneSeparator)).slice(0, longest));
  if (code) return code;
  return /[^\p{P}\p{Z}\p{C}\p{ASCII}]/u.test(text) ? '(unreadable)' : undefined;
}

/** Whether it is what advertising programs leave where they have nothing to put in: `{campaignid}`, `__CID__`, `%%id%%`. */
function holdsPlaceholder(text: string): boolean {
  if (placeholders.some((shape) => shape.test(text))) return true;
  // A campaign may well be called "[UK] Autumn".
  const bracketed = text.match(/\[[^\][]*\]/g) ?? [];
  if (bracketed.length === 0) return false;
  return !/[a-z\d]/i.test(text.replace(/\[[^\][]*\]/g, '')) || bracketed.some((one) => parts.test(one));
}

const placeholders = [
  /\{|\}\}|(?:<|&lt;)[a-z/%]|\*\||\$\(|\$[a-z]|[%@#~^]{2}[a-z]|%[a-z_]{3,}%/i,
  /__[a-z][a-z\d]*(?:[._][a-z\d]+)*__/i,
  /^[^a-z\d\s]+(?:campaign|ad_?set|ad_?group|creative|keyword|placement|source|medium)[\w.]*(?:[^\w\s.]+|_)$/i,
  /^(?:undefined|null|nan)$/i,
];

/** What such programs call the parts of an advert. */
const parts = /campaign|ad[_ ]?set|ad[_ ]?group|creative|keyword|placement|source|medium/i;

function oneSeparator(run: string): string {
  return run === '.' || run === '_' ? run : '-';
}

function trimmed(code: string): string {
  return code.replace(/^[._-]|[._-]$/g, '');
}
