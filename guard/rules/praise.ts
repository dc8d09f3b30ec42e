import { anyOf, type Rule } from '../rule.ts';

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
};

/** Praise of the practice, and what patients, doctors or bodies are made to say for it. */
export const praise: readonly Rule[] = [
  {
    name: 'superlative',
    words: anyOf([
      'unrivall?ed | unbeat(?:able|en) | unmatched | unparalleled | unequall?ed',
      'world[ -]class | world-renowned | finest | greatest | premier | award[ -]winning',
      'second to none | favourite | ultimate | foremost | first[ -](?:class|rate)',
      'nothing (?:beats|compares|comes close)',
      String.raw`number[ -](?:one|1)\b | no\.? ?1\b | # ?1\b`,
      '(?:nobody|no one) does it better|nothing (?:safer|better|stronger|gentler)',
      String.raw`the (?:very )?best\b(?! (?:time|times|available|evidence|research|stud\w+|trials?|reviews?|estimate|guess|person|number|way to (?:reach|contact|reply|get|ask|call|tell|find))\b)`,
      String.raw`best (?:\w+ )?(?:acupunctur\w*|treatments?|therap\w+|care|practi\w+|results?|relief|clinics?|options?|remed\w+|solutions?|cures?|answers?|outcomes?|in (?:town|the|london|class))`,
      'most (?:effective|trusted|powerful|advanced|successful|experienced|popular|skilled|reliable|respected|recommended|proven|natural)',
      'leading(?! (?:to|cause|up))',
      'top[ -](?:rated|class|notch|quality|clinic|practitioner|acupuncturist)',
      String.raw`(?:(?:better|safer|faster|stronger|more effective) than|beats|outperforms?) (?:\w+ ){0,2}?(?:physio\w*|drugs?|tablets?|painkillers?|medicines?|surgery|massage|chiropract\w*|osteopath\w*|exercise|any|other|all)`,
    ]),
    why: 'It cannot be shown.',
    instead: 'Say what the practice does, plainly.',
  },
  {
    name: 'Dr',
    words: /\b(?:Dr|DR|Doctor)\.?\s+(?=[A-Z])[\p{L}'-]+/gu,
    unless:
      /\b(?:PhD|GP|not a medical doctor|not medically|registered with the General Medical Council|GMC)\b/u,
    why: 'People take it to mean a medical doctor.',
    instead: 'Leave it out, or say at once what the title stands for.',
  },
  { ...sayings, words: /[★⭐]|"[^"]+"[,.]? ?(?:[–—-] ?\w|(?:says?|said|writes?|wrote)\b)/giu },
  {
    ...sayings,
    words: anyOf([
      String.raw`(?:5|five|four|4(?:\.\d)?)[ -]?stars? | \d(?:\.\d)? ?(?:/|out of) ?5`,
      String.raw`thanks to (?:acupuncture|\w+ therapy)`,
      `(?:(?:my|our|many|most|some|happy|satisfied|previous|past|countless|hundreds of|thousands of|all) )+(?:of (?:my|our) )?(?:\\w+ )?(?:patients|clients|customers|visitors) (?:[\\w-]+ ){0,6}?${praised}`,
      String.raw`(?:\d+|eight|nine) (?:out of|in) (?:10|ten) (?:\w+ ){0,3}?(?:recommend|feel|felt|improve|report|say|agree|get)\w*`,
      String.raw`(?:patients|clients|customers) (?:\w+ )?(?:call|say|said|report|reported|tell (?:me|us)|love|rave|swear|agree|recommend|leave)`,
      '(?:rated|rating of) (?:5|4|9|10|five|excellent)',
      'testimonials?|success stor(?:y|ies)|word of mouth|changed my life',
      '(?:patient|client|customer|google|our|my|rave|glowing|great) reviews',
      String.raw`what (?:our|my|other|people) ?\w* (?:say|are saying)`,
      '(?:thousands|hundreds) of (?:happy|satisfied|people helped)',
      String.raw`i (?:have )?(?:see|seen|saw) (?:\w+ ){0,3}?(?:first-?hand|results|every day)`,
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
        String.raw`(?:says?|said) it\b(?! (?:works|helps|cures|is safe|is effective)) | (?:recommends?|advises?) (?:staying|exercise)`,
      ],
      'gu',
    ),
    unless:
      /\b(?:says? nothing|show(?:s|ed)? (?:that )?(?:acupuncture|it) (?:is|was) (?:only|not|no better)|only (?:a little|slightly)|if (?:it is )?(?:better )?at all)\b|^(?=.*\b(?:massage|exercise|physio\w*|manual therapy|staying active)\b)(?!.*(?:acupunct|needl|\bour\b|\bmy\b))/iu,
    why: 'No body named here endorses acupuncture for back pain; NICE tells the NHS not to offer it.',
    instead: 'Report what the body found or advises, with its limits.',
  },
];
