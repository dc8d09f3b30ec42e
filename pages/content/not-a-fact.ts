import { foldLetters } from '../fold-letters.ts';
import { withoutLookAlikes } from '../look-alikes.ts';
import { plainLine, usualDigits, usualWidth } from '../typed-text.ts';
import { isDrama } from './phone.ts';
import { placeholderIn } from './placeholder-domain.ts';

/**
 * The words in a text that stand for a fact which nobody has given yet, such as "TBC" or an example's domain; undefined
 * when there are none. An empty text is one as well: then it is ''.
 */
export function notAFact(text: string): string | undefined {
  const line = usualDigits(usualWidth(plainLine(text.slice(0, 400)).normalize('NFKC')));
  const plain = withoutLookAlikes(foldLetters(line)).toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (isStandIn(bare)) return line;
  return standInInside.exec(plain)?.[0].trim() ?? placeholderIn(plain) ?? dramaIn(plain);
}

/** Whether a whole text, letters and digits only, stands for nothing. */
function isStandIn(bare: string): boolean {
  // Nothing but signs ("-", "?"), one letter, or the same one again and again ("xxx", "000").
  return bare === '' || /^(?:[a-z]|([a-z0])\1+|0)$/.test(bare) || wholes.has(bare);
}

const wholes = new Set(
  `na nan nil none null nothing no unknown undefined empty blank missing pending awaiting later soon comingsoon
  tbc tba tbd tbf tbs tbca todo fixme tofollow tocome tocheck toadd toaddlater addlater addme addhere toconfirm tofill
  tofillin fillin fillmein dontknow donotknow idk notknown notknownyet notyet notapplicable notavailable notprovided
  notset notgiven notsure notstated nottold test tests tester testing test1 testtest dummy sample example examples placeholder
  temp tmp abc abcd abcdef asdf asdfg asdfgh asdfghjkl qwerty qwertyuiop foo bar baz foobar blah blahblah text sometext
  name value string ditto see above asabove seeabove sameasabove xyz`.split(/\s+/),
);

/** What gives a text away wherever it stands in it. */
const standInInside = new RegExp(
  [
    /\b(?:tbc|tba|tbd|todo|fixme|placeholder|lorem|ipsum)\b/,
    // "t.b.c.", "T B C", "t/b/c"
    /\bt[ ./_-]{1,2}b[ ./_-]{1,2}[acd]\b/,
    /\bn ?[/\\.] ?a\b/,
    /\bto (?:be )?(?:added|confirmed|announced|decided|determined|advised|agreed|completed|filled|provided|supplied|updated|given)\b/,
    /\bto (?:add|confirm|follow|come)(?: later| soon)?(?=$|[.,;:!)\]])|\((?:to )?(?:add|insert|enter|fill in)\b/,
    /^(?:please )?(?:to )?(?:add|insert|enter|type|write|put|replace)\b.*\b(?:here|your|name|this|later|text|number|address)\b/,
    /\b(?:test|example|name|email|user|username|someone|somebody|you|first-?name|first\.last)@/,
    /\b(?:your|my)[ -]?(?:full |own |first |last |business |practice |clinic |company )?(?:name|surname|address|street|town|city|postcode|number|phone|email|clinic|practice|business|company|insurer|register|qualifications?|details|text|price)\b(?: here)?/,
    /\b(?:name|address|text|number|street|town|email|postcode) (?:goes )?here\b/,
    // A run of x or of question marks in place of what is not known: "07xxx xxxxxx", "XX1 1XX", "£??".
    /(?<![a-z])(?:xxx|xx(?![a-z]))|\dxx|\?\?|___|\.\.\.\./,
    // What a form or a program left unfilled: "[name]", "<address>", "{{town}}".
    /[[{<][^[\]{}<>]*[\]}>]|\$\{/,
    /\b(?:coming soon|not (?:yet )?known|not applicable|awaiting (?:number|registration|confirmation)|applied for)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A number that Ofcom keeps for drama, however it is spaced. */
function dramaIn(text: string): string | undefined {
  const runs = text.match(/\+?\d(?:[\d ().\-\u2010-\u2015/]*\d)?/gu) ?? [];
  return runs.find((run) => {
    const digits = run
      .replace(/\D/g, '')
      .replace(/^(?:00)?44/, '')
      .replace(/^0/, '');
    return isDrama(digits);
  });
}
