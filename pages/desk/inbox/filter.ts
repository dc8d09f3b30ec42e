import { type Stage, stages } from '../../content/stages.ts';
import { startOfLondonDay } from '../../london-time.ts';
import { plainLine, usualDigits, usualWidth } from '../../typed-text.ts';

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
  const text = (name: keyof Filter) =>
    plainLine((get(name) ?? '').slice(0, 200))
      .slice(0, 100)
      .toWellFormed();
  const q = text('q');
  return {
    stage: stage === 'late' || isStage(stage) ? stage : '',
    campaign: text('campaign'),
    from: text('from'),
    to: text('to'),
    // What was pasted may be invisible, and is then no search.
    q: /[^\s\p{C}\p{M}]/u.test(q) ? usualDigits(usualWidth(q)) : '',
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

function isStage(text: string): text is Stage {
  return Object.hasOwn(stages, text);
}
