import type { StoredAnswers } from '../../content/questions.ts';
import { type Stage, stages } from '../../content/stages.ts';
import { startOfLondonDay } from '../../london-time.ts';

/** Which enquiries a list shows: all of it is in the address, so that it can be bookmarked, shared and exported. */
export interface Filter {
  /** `late` is new, and has waited longer than the reminder takes. */
  stage: Stage | 'late' | '';
  /** A campaign's code, a marker in its place, or `(none)` for enquiries without either. */
  campaign: string;
  /** Days in London, the last one included. What is not a day stays as it was typed, with a message. */
  from: string;
  to: string;
  /** A reference, or a part of a name, an email address or a phone number. */
  q: string;
}

export const noFilter: Filter = { stage: '', campaign: '', from: '', to: '', q: '' };
const names = Object.keys(noFilter) as (keyof Filter)[];

/** Stands in the register of leads files for a search, whose words are not stored. */
export const aSearch = 'search=yes';

export function readFilter(get: (name: string) => string | undefined): Filter {
  const stage = get('stage') ?? '';
  const text = (name: keyof Filter) => (get(name) ?? '').trim().slice(0, 100);
  return {
    stage: stage === 'late' || isStage(stage) ? stage : '',
    campaign: text('campaign'),
    from: text('from'),
    to: text('to'),
    q: text('q'),
  };
}

/** "?stage=new&campaign=fb" with what is set, and with changes to it; '' when nothing is. */
export function filterQuery(filter: Filter, changes: Partial<Filter> & { before?: string } = {}): string {
  const all = { ...filter, ...changes };
  const query = new URLSearchParams();
  for (const name of names) if (all[name]) query.set(name, all[name]);
  if (changes.before) query.set('before', changes.before);
  const text = query.toString();
  return text && `?${text}`;
}

/** What is wrong with the days, in words; undefined when nothing is. */
export function filterMistake({ from, to }: Filter): string | undefined {
  for (const day of [from, to])
    if (day && !startOfLondonDay(day)) return `“${day}” is not a day. Enter one like 2026-11-23`;
  return from && to && from > to ? 'The first day is after the last' : undefined;
}

/** Whether an enquiry has what was typed into the search: in its reference, name, email address or phone number. */
export function matcher(
  q: string,
): (enquiry: { reference: string; answers: StoredAnswers | undefined }) => boolean {
  const words = plain(q);
  const digits = phoneDigits(q);
  return ({ reference, answers }) => {
    if (reference.toLowerCase() === words) return true;
    if (!answers) return false;
    if ([answers.name, answers.email].some((text) => text && plain(text).includes(words))) return true;
    return digits !== undefined && isIn(digits, answers.phone ?? '');
  };
}

/** Letters as somebody in a hurry types them: small, and without their accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}

/** The digits of half a phone number in any written form; undefined when it is none. */
function phoneDigits(q: string): string | undefined {
  if (!/^[\d\s()+./-]+$/.test(q)) return undefined;
  const digits = q.replace('(0)', '').replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 3 ? digits : undefined;
}

/** Whether digits are a part of a number that is stored as +447700900123, written as at home or as from abroad. */
function isIn(digits: string, stored: string): boolean {
  const number = stored.replace(/\D/g, '');
  if (number.includes(digits)) return true;
  // At home the country's code is left out, and a zero stands in front.
  if (!digits.startsWith('0')) return false;
  const national = digits.slice(1);
  return stored.startsWith('+44') ? number.slice(2).startsWith(national) : number.includes(national);
}

function isStage(text: string): text is Stage {
  return Object.hasOwn(stages, text);
}
