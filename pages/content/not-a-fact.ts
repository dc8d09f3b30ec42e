import { foldLetters } from '../fold-letters.ts';
import { withoutLookAlikes } from '../look-alikes.ts';
import { plainLine, usualDigits, usualWidth } from '../typed-text.ts';
import { isEmptyPart, isEmptyText, isFileName, isStandIn, partsOf } from './empty-text.ts';
import { isCountedPhone } from './keyboard-runs.ts';
import { isDrama } from './phone.ts';
import { placeholderIn } from './placeholder-domain.ts';
import { type Kind, realWords } from './stand-in-words.ts';

/**
 * The words in a text that stand for a fact which nobody has given yet, such as "TBC" or an example's domain; undefined
 * when there are none. An empty text is one as well: then it is ''.
 */
export function notAFact(text: string, kind: Kind = 'any'): string | undefined {
  const line = usualDigits(usualWidth(plainLine(text.slice(0, 400)).normalize('NFKC')));
  const plain = withoutLookAlikes(foldLetters(line)).toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (isStandIn(bare, kind) || isEmptyText(plain, kind) || isFileName(plain)) return line;
  const part = partsOf(plain).find((one) => isEmptyPart(one, kind));
  if (part) return part;
  // A practice may be called so.
  const named = kind === 'practice' ? plain.replace(/^(?:tb[acd]|xx+|todo) (?=\p{L}{4})/u, '') : plain;
  if (named !== plain && isStandIn(named, kind) && !realWords.practice.has(named)) return line;
  const inside = standInInside.exec(named) ?? (kind === 'words' ? yours.exec(named) : undefined);
  return inside?.[0].trim() ?? placeholderIn(plain) ?? dramaIn(plain) ?? countedIn(plain);
}

/** What gives a text away wherever it stands in it. */
const standInInside = new RegExp(
  [
    /\b(?:tbc|tba|tbd|todo|fixme|placeholder|lorem|ipsum)\b/,
    // "t.b.c.", "T B C", "t/b/c"
    /\bt[ ./_-]{1,2}b[ ./_-]{1,2}[acd]\b/,
    /\bn ?[/\\] ?a\b/,
    /\bto (?:be )?(?:added|confirmed|announced|decided|determined|advised|agreed|completed|filled|provided|supplied|updated|given)\b/,
    /\bto (?:add|confirm|follow|come)(?: later| soon)?(?=$|[.,;:!)\]])|\((?:to )?(?:add|insert|enter|fill in)\b/,
    /^(?:please )?(?:to )?(?:add|insert|enter|type|write|put|replace)\b.*\b(?:here|your|name|this|later|text|number|address)\b/,
    /\b(?:test|example|name|email|user|username|someone|somebody|you|first-?name|first\.last)@/,
    /\b(?:your|my)[ -]?(?:full |own |first |last |business |practice |clinic |company )?(?:name|surname|address|street|town|city|postcode|number|phone|email|insurer|register|qualifications?|details|text|price)\b(?: here)?/,
    /^(?:(?:the|an?|your|full|first|last|clinic|practice|company) )*(?:name|address|text|number|street|town|email|postcode) (?:goes |in )?here$/,
    // A run of x or of question marks in place of what is not known: "07xxx xxxxxx", "XX1 1XX", "£??".
    /(?<![a-z])(?:xxx|xx(?![a-z]))|\dxx|\?\?|___|\.\.\.\./,
    // What a form or a program left unfilled: "[name]", "<address>", "{{town}}".
    /^\[[^[\]]*\]$|\[(?:to |your |my |add |insert |the )[^[\]]*\]|<[^<>@]*>|\{[^{}]*\}|\$\{/,
    /\b(?:coming soon|not (?:yet )?known|not applicable|awaiting (?:number|registration|confirmation)|applied for)\b/,
    /^(?:\d+[a-z]?,? )?(?:fake|any|some|somewhere|anywhere) ?(?:street|road|town|city|place)\b|\b(?:anytown|anycity|sometown)\b|\ba\.? ?n\.? other\b|\bbloggs\b|\bj(?:ohn|ane) (?:[a-z]\.? )?doe\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const yours = /\b(?:your|my)[ -]?(?:clinic|practice|business|company)\b/;

/** A number that Ofcom keeps for drama, however it is spaced. */
function dramaIn(text: string): string | undefined {
  return numbersIn(text).find((number) => isDrama(nationalDigits(number)));
}

/** A phone number along the keys: "01234 567890". */
function countedIn(text: string): string | undefined {
  return numbersIn(text).find((number) => {
    const digits = nationalDigits(number);
    return /^(?:\+44|00|0)/.test(number) && /^[1-9]\d{8}/.test(digits) && isCountedPhone(digits);
  });
}

function numbersIn(text: string): string[] {
  return text.match(/\+?\d(?:[\d ().\-\u2010-\u2015/]*\d)?/gu) ?? [];
}

/** Without its 0 and without the code of the United Kingdom. */
function nationalDigits(number: string): string {
  return number
    .replace(/\D/g, '')
    .replace(/^(?:00)?44/, '')
    .replace(/^0/, '');
}
