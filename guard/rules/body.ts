import { anyOf, type Rule } from '../rule.ts';

// "Tell me first if …": a word there is a warning, not a promise.
const warning =
  /^(?=.*\b(?:(?:tell|ask|speak to|talk to|check with|see|contact|call|phone)\s+(?:me|us|your|a|the|an|nhs|111|999)\b|let (?:me|us) know))(?=.*\b(?:if|first|before|when)\b)/iu;
const belief =
  /\b(?:in|by|of|from|to|under) (?:\w+ )?(?:traditional|tradition|ancient|classical)\b[^.]*\b(?:theory|thinking|belief|terms|teaching|ideas?|view|medicine)\b|\btradition\w*[^.]*\b(?:holds?|says|described?s?|describes|speaks|spoke|teach\w*|taught|explain\w*|call\w*|believe\w*|was seen|were seen|regarded|imagin\w*|pictur\w*|thought|sees|saw)\b|\b(?:old|ancient|older) (?:theor(?:y|ies)|ideas?|books?)\b|\b(?:believed|believes|beliefs?|is said to|are said to|was thought|were thought|once thought|according to (?:\w+ )?tradition|traditional (?:\w+ )?(?:theory|idea|view|explanation|belief))\b/iu;
const hedged =
  /\b(?:may|might|could|thought to|one idea|an idea|the (?:modern |western )?idea|theor(?:y|ies)|possibl[ey]|suggest\w*|debate\w*|perhaps|think|unsure)\b/iu;

export const body: readonly Rule[] = [
  {
    name: 'root cause',
    words: anyOf([
      'root[ -]causes? | (?:at|to|from) (?:the|its) roots? | not just (?:the|your) symptoms?',
      '(?:the )?roots? of (?:your|the|back)',
      'to the (?:bottom|heart|core) of (?:what|your|the|why)',
      String.raw`(?:treat|address|target|tackl|fix|get|find|reach|resolv|correct|deal|heal|eliminat)\w* (?:to |with |at )?(?:the |your |its )?(?:underlying|real|true|actual|deeper) (?:\w+ )?(?:causes?|problems?|issues?|reasons?)`,
      String.raw`(?:source|cause|causes) of your (?:\w+ )?pain`,
      'mask(?:s|ing)? (?:the|your) (?:pain|symptoms?)',
    ]),
    why: 'Acupuncture has not been shown to act on what causes back pain, and often no single cause is known.',
  },
  {
    name: 'natural healing',
    words: anyOf([
      'all[ -]natural | 100 ?% natural | drug-free | non-?toxic',
      String.raw`nature's (?:own )?\w+`,
      String.raw`natural(?:ly)?[ -](?:\w+ )?(?:heal\w*|relief|remed\w+|pain(?:killers?|[ -]relief)?|approach|way|ways|solutions?|treatments?|therap\w+|alternative|methods?|recovery|medicine|answer|choice|option|therap\w+|cures?)`,
      String.raw`(?:treat|ease|eas|reliev|heal|manag|help)\w* (?:\w+ ){0,4}naturally`,
    ]),
    otherwise: /\bnatural history\b/giu,
    why: '"Natural" suggests safer and better, which nobody has shown.',
  },
  {
    name: 'circulation, inflammation or immunity',
    words: anyOf([
      'circulation | blood[ -]?(?:flow|supply) | blood (?:to|reaches|reaching)',
      '(?:fresh|more|extra|oxygen-rich) blood',
      String.raw`micro-?circulation | lymph(?:atic)?\b | immun(?:e|ity)`,
      'oxygen(?:ates?|ating|ation)? (?:to )?(?:your |the )?(?:tissues?|muscles?|blood)',
      String.raw`(?:anti-?\s?)?inflam(?:mations?|matory|ed|matories|es?|ing)`,
    ]),
    otherwise: anyOf([
      'inflamed skin',
      String.raw`anti-? ?inflammator(?:ies\b|y (?:medicines?|medication|tablets?|drugs?|painkillers?|pills?|gels?|creams?))`,
      'inflammatory (?:diseases?|conditions?|arthritis|bowel|back)',
    ]),
    unless: warning,
    why: 'No such effect may be claimed.',
    instead: 'Leave it out; anti-inflammatory medicines may be named as medicines.',
  },
  {
    name: 'detox',
    words: anyOf([
      'toxins? | impurities',
      String.raw`de-?tox\w* | cleans(?:e|es|ing) (?:your|the|of) \w+ | purif\w+`,
      String.raw`flush(?:es|ing)? (?:out )?(?:\w+ )?waste`,
      'a (?:\\w+ )?cleanse',
    ]),
    why: 'Nothing of the kind has been shown.',
  },
  {
    name: 'energy as fact',
    words: anyOf([
      'qi | chi | meridians? | life[ -]?force | vital (?:energy|force) | yin | chakras?',
      "(?:your|body's|vital|healing) energ(?:y|ies)",
      String.raw`energ(?:y|ies) (?:flow\w*|levels?|lines?|channels?|paths?|pathways?|blockages?|imbalances?|centres?|points?)`,
      String.raw`(?:flow|balance|block\w*|unblock\w*|free|move|channel|boost|restor)\w* (?:of )?(?:\w+ ){0,2}?energ(?:y|ies)`,
    ]),
    unless: belief,
    why: 'Tradition may be told as belief, never as fact.',
    instead: 'Begin with "In traditional theory …", and say that science has not found it.',
  },
  {
    name: 'mechanism as fact',
    words: anyOf([
      'endorphins? | serotonin | natural painkillers?',
      String.raw`(?:calm|regulat|reset|stimulat|sooth|balanc|retrain)\w* (?:\w+ ){0,2}?(?:nervous system|nerves?|brain)`,
    ]),
    unless: hedged,
    why: 'How acupuncture might act is still debated.',
    instead: 'Say "one idea is that …", and that it is not settled.',
  },
];
