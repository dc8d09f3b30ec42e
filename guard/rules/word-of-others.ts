import { anyOf } from '../any-of.ts';
import type { Rule } from '../rule.ts';

const bodies =
  'NHS|NICE|Cochrane|BMJ|WHO|World Health(?: Organi[sz]ation)?|[Gg]overnment|[Dd]octors?|GPs?|[Pp]hysios?|[Ee]xperts?|[Ss]cientists?|[Ss]cience|[Ee]vidence|[Rr]esearch(?:ers)?|[Ss]tudies|[Tt]rials';
const approved =
  '(?:[Aa]pproved|[Rr]ecommended|[Ee]ndorsed|[Bb]acked(?: up)?|[Ss]upported|[Tt]rusted|[Pp]rescribed|[Ff]avoured|[Vv]alidated|[Cc]onfirmed|[Aa]dvised|[Rr]ecogni[sz]ed|[Aa]ccepted)';
const praised =
  '(?:say|said|report|tell|told|love|loved|find|found|feel|felt|notice\\w*|describe\\w*|rate|rave|swear|agree|recommend|enjoy\\w*|leave|see|experience\\w*|walk|call|come back)';
const sayings = {
  name: 'testimonial',
  unless: /\b(?:trials?|stud(?:y|ies)|cochrane|researchers?|participants)\b/iu,
  why: 'What patients say needs the same proof as a claim of your own.',
  instead: 'Leave it out.',
};

/** What patients, doctors or bodies are made to say for the practice. */
export const wordOfOthers: readonly Rule[] = [
  { ...sayings, words: /[★⭐]|"[^"]+"[,.]? ?(?:[–—-] ?\w|(?:says?|said|writes?|wrote)\b)/giu },
  {
    ...sayings,
    words: anyOf([
      `(?:(?:my|our|many|most|some|happy|satisfied|previous|past|countless|hundreds of|thousands of|all) )+(?:of (?:my|our) )?(?:\\w+ )?(?:patients|clients|customers|visitors) (?:[\\w-]+ ){0,6}?${praised}`,
      String.raw`(?:\d+|eight|nine) (?:out of|in) (?:10|ten) (?:\w+ ){0,3}?(?:recommend|feel|felt|improve|report|say|agree|get)\w*`,
      String.raw`(?:patients|clients|customers) (?:\w+ )?(?:call|say|said|report|reported|tell (?:me|us)|love|rave|swear|agree|recommend|leave)`,
      String.raw`(?:5|five|four|4(?:\.\d)?)[ -]?stars?`,
      '(?:rated|rating of) (?:5|4|9|10|five|excellent)',
      String.raw`\d(?:\.\d)? ?(?:/|out of) ?5`,
      'testimonials?|success stor(?:y|ies)|word of mouth|changed my life',
      '(?:patient|client|customer|google|our|my|rave|glowing|great) reviews',
      String.raw`what (?:our|my|other|people) ?\w* (?:say|are saying)`,
      '(?:thousands|hundreds) of (?:happy|satisfied|people helped)',
      String.raw`i (?:have )?(?:see|seen|saw) (?:\w+ ){0,3}?(?:first-?hand|results|every day)`,
      String.raw`thanks to (?:acupuncture|\w+ therapy)`,
    ]),
  },
  {
    name: 'endorsement',
    words: anyOf(
      [
        '[Aa]s (?:featured|seen|reported) (?:in|on|by)',
        `(?:${bodies}|[Ss]cientifically|[Cc]linically|[Mm]edically)[ -]+(?:approved|backed|endorsed|recommended|certified|trusted|based|supported|validated|tested|accepted|recogni[sz]ed)`,
        `${approved} (?:both )?(?:by|in) (?:(?:the|solid|modern|strong|good|many|leading|top|years of) )*(?:${bodies}|scientific|clinical|medical)`,
        `(?:${bodies}) (?:(?:guidelines?|guidance|advice|reviews?|research|now|all|also|both|\\w+ly) )?(?:recommends?|approves?|endorses?|backs?|supports?|agrees?|confirms?|advises?|favours?|trusts?|says?|proves?|shows?|recogni[sz]es?) (?:(?:that|the|use|of|on|for|trying|using|having|our|this|a|course|with|patients|people|to|try|have|you) ){0,4}(?:acupuncture|needling|it|this|us|our|me)`,
      ],
      'gu',
    ),
    otherwise: anyOf(
      [
        String.raw`(?:says?|said) it\b(?! (?:works|helps|cures|is safe|is effective))`,
        '(?:recommends?|advises?) (?:staying|exercise)',
      ],
      'gu',
    ),
    unless:
      /\b(?:says? nothing|show(?:s|ed)? (?:that )?(?:acupuncture|it) (?:is|was) (?:only|not|no better)|only (?:a little|slightly)|if (?:it is )?(?:better )?at all)\b|^(?=.*\b(?:massage|exercise|physio\w*|manual therapy|staying active)\b)(?!.*(?:acupunct|needl|\bour\b|\bmy\b))/iu,
    why: 'No body named here endorses acupuncture for back pain; NICE tells the NHS not to offer it.',
    instead: 'Report what the body found or advises, with its limits.',
  },
];
