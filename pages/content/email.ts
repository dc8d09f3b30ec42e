import { plainLine, usualWidth, withoutEnd } from '../typed-text.ts';
import { likelyDomain } from './email-slips.ts';
import type { Doubt } from './phone-doubts.ts';

/** An address without what came along with it: its owner's name, `mailto:`, quotation marks, a full stop at the end. */
export function cleanEmail(typed: string): string {
  const text = usualWidth(plainLine(typed));
  const [, inBrackets] = /<([^<>@]*@[^<>@]*)>/.exec(text) ?? [];
  const bare = unwrapped(inBrackets ?? text)
    .replace(/^e-?mail: ?/i, '')
    .replace(/^mailto: ?([^?]*).*/i, '$1');
  // Phones put a space behind a full stop.
  const close = bare.replace(/ ?([@.]) ?/g, '$1');
  if (isPossible(close)) return close;
  return bare === '' || bare === text ? text : cleanEmail(bare);
}

/** What may be wrong with a stored address; undefined when a mail may well reach it. */
export function emailDoubt(stored: string): Doubt | undefined {
  if (stored === '') return undefined;
  const at = stored.lastIndexOf('@');
  const domain = likelyDomain(stored.slice(at + 1).toLowerCase());
  // Doubled or mistaken signs: "jane@@example..com", "jane@example,com".
  const likely = `${withoutEnd(stored.slice(0, at), /[@.]/)}@${domain}`;
  if (at > 0 && likely.toLowerCase() !== stored.toLowerCase() && isPossible(likely))
    return { asked: `Did you mean ${likely}?`, told: `They may mean ${likely}.` };
  if (isPossible(stored)) return undefined;
  return {
    asked: 'This does not look like an email address, such as name@example.com',
    told: 'It does not look like an email address: mail may not arrive.',
  };
}

/** The doubt about an address that a page at the desk asks for, once; undefined when there is none. */
export function askedOnce(email: string, wasAsked: boolean): string | undefined {
  const doubt = emailDoubt(email);
  if (!doubt || !isPossible(email)) return doubt?.asked;
  return wasAsked ? undefined : `${doubt.asked} If it is right as it is, save it once more`;
}

/** By what an address is known again; '' when it is none. */
export function emailIdentity(stored: string): string {
  return stored.includes('@') ? stored.toLowerCase() : '';
}

/** Whether a mail could be sent there at all. */
export function isPossible(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [name, labels] = [text.slice(0, at), text.slice(at + 1).split('.')];
  if (at < 1 || text.length > 254 || labels.length < 2) return false;
  if (!/^(?:"[^"\\]+"|[^\s@.()<>[\]:;,\\"]+(?:\.[^\s@.()<>[\]:;,\\"]+)*)$/u.test(name)) return false;
  const [last = ''] = labels.slice(-1);
  // RFC 2606 and 6762: names inside a house or an office, where no mail goes from outside.
  if (['local', 'localhost', 'internal', 'lan', 'home'].includes(last.toLowerCase())) return false;
  return labels.every(isLabel) && (last.toLowerCase().startsWith('xn--') || /^\P{N}{2,}$/u.test(last));
}

function isLabel(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}-]+$/u.test(text) && text.length < 64 && !/^-|-$/.test(text);
}

const pairs = ['""', "''", '“”', '‘’', '„“', '«»', '<>', '()', '[]', '{}', '**', '``'];

/** Without marks that stand around it, and without what ends a sentence. */
function unwrapped(text: string): string {
  const ended = withoutEnd(text.replace(/^[,;:. ]+/, ''), /[,;:.!? ]/);
  const isWrapped = pairs.some(
    (pair) => ended.length > 2 && ended.at(0) === pair[0] && ended.at(-1) === pair[1],
  );
  return isWrapped ? unwrapped(ended.slice(1, -1)) : ended;
}
