import { anyOf, type Rule } from '../rule.ts';

const why =
  'No treatment of back pain may be advertised as ending it: the evidence is for short-term relief at most.';

export const cure: readonly Rule[] = [
  {
    name: 'cure',
    words: /\b(?:cur(?:e|es|ed|ing|able|ative)|cure-all|panacea)\b/giu,
    otherwise: /\bincurable\b/giu,
    why,
    instead: 'Say "short-term relief", or say plainly that it is not a cure.',
  },
  {
    name: 'heal',
    words: /\b(?:self-)?heal(?:s|ed|ing|er|ers)?\b/giu,
    otherwise: anyOf([
      'heals? (?:slowly|badly|poorly)',
      String.raw`(?:skin|wounds?|cuts?|bruises?|fracture|bones?|surgery|operation|strains?) (?:\w+ ){0,3}heal(?:s|ed|ing)?`,
    ]),
    why,
    instead: 'Say what the person may feel in the short term, or leave it out.',
  },
  {
    name: 'repair and restore',
    words: anyOf([
      '(?:faster|quicker) recovery',
      String.raw`speed(?:s|ing)? (?:up )?(?:\w+ )?recovery`,
      String.raw`(?:repair|regenerat|rebuild|renew|rejuvenat|restor|rebalanc|realign)\w* (?:\w+ ){0,3}?(?:itself|body|back|spine|tissues?|muscles?|damage|balance|harmony|movement|mobility|function|health|system|posture)`,
      String.raw`(?:body|back|spine)(?:'s)? (?:\w+ ){0,2}(?:repair|recover)\w* (?:itself|naturally)`,
    ]),
    why: 'That needles mend or rebalance the body has not been shown.',
  },
  {
    name: 'get rid of pain',
    words: anyOf([
      '(?:get|gets|getting|got) rid | say(?:ing)? goodbye to | goodbye to | farewell to',
      '(?:pain|ache) ?,? (?:all )?gone | rid(?:s|ding)? (?:you|your|yourself|people)',
      '(?:back-)?pain-? ?free | painless(?:ly)?',
      String.raw`(?:pain|backs?|problems?|aches?) (?:are|is|gets?|will be|can be) (?:\w+ )?(?:fixed|sorted|mended|solved|ended)`,
      String.raw`(?:switch|turn|shut)(?:e?s|ing)? (?:\w+ ){0,3}?(?:pain|ache) off`,
      '(?:pain|ache) (?:stays?|keeps?) away|keeps? (?:the )?(?:pain|aches?) away',
      String.raw`wave (?:\w+ ){0,4}?goodbye`,
      String.raw`leav(?:e|es|ing) (?:\w+ ){0,3}?(?:pain|ache|suffering) behind`,
      String.raw`(?:banish|eliminat|eras|eradicat|abolish|conquer|defeat|vanquish|dissolv|overcom|vanish|cancel|wip)\w* (?:out )?(?:\w+ ){0,3}?(?:pain|ache|sciatica)\w*`,
      '(?:end(?:s|ed|ing)?|stop(?:s|ped|ping)?|beat(?:s|ing)?|kill(?:s|ing)?|remov(?:e|es|ed|ing)|switch(?:es)? off|turn(?:s)? off|tak(?:e|es|ing) away|fix(?:es|ed|ing)?|sort(?:s|ed)? out|clear(?:s|ed)?(?: up)?|resolv(?:e|es|ed|ing)|reverse[sd]?|correct(?:s|ed)?) (?:(?:your|the|all|any|my|their|chronic|long-lasting|low|lower|back|that|this|nagging|for good) ){0,4}(?:pain|ache|aches|back|problem|condition|symptoms)',
      String.raw`(?:pain|ache) (?:\w+ ){0,2}(?:disappear|vanish|melt|evaporat|dissolv)\w*`,
      String.raw`tak(?:e|es|ing) (?:\w+ ){0,3}?(?:pain|ache) away`,
      String.raw`kiss(?:ing)? (?:\w+ ){0,4}?goodbye`,
      String.raw`los(?:e|ing) (?:\w+ ){0,2}?(?:pain|ache)`,
      String.raw`(?:pain|ache) (?:is|was|has|had|will be|will have) (?:\w+ )?(?:gone|a thing of the past|(?:just )?a (?:distant )?memory|history)`,
      String.raw`an? end to (?:\w+ ){0,3}?(?:pain|ache|suffering|trouble|problems?)`,
      '(?:pain|ache) (?:stops|ends) (?:here|now|today)',
      String.raw`the end of (?:\w+ ){0,3}?pain`,
      String.raw`fre(?:e|ed|es|eing) (?:you |your \w+ |yourself |people )?(?:of|from) (?:\w+ ){0,3}?(?:pain|aches?|discomfort)`,
      String.raw`freedom from (?:\w+ ){0,3}?pain`,
      String.raw`no more (?:\w+ ){0,3}?(?:aching|stiff\w*|sore\w*)`,
      String.raw`(?:no|zero) (?:more )?(?:\w+ ){0,2}?(?:pain|ache|aches|discomfort)\b(?! (?:relief|difference|at|when|in the))`,
      String.raw`without (?:\w+ ){0,2}?pain`,
      String.raw`(?:never|not) (?:feel|have|suffer) (?:\w+ ){0,2}pain again`,
    ]),
    otherwise: anyOf([
      'in no pain | no (?:clear |measurable |real )?difference',
      'pain(?:ful)? stops? (?:you|your|normal|people|them)',
      String.raw`stops? (?:\w+ ){0,2}(?:living|normal)`,
      String.raw`(?:without|with or without) (?:\w+ )?(?:leg|nerve) pain`,
      String.raw`(?:people|adults|volunteers) without (?:\w+ )?pain`,
    ]),
    why,
    instead: 'Say "short-term relief", or say plainly that nobody can promise it will go.',
  },
  {
    name: 'lasting relief',
    words: anyOf([
      'permanent(?:ly)? | once and for all | for ever | forever',
      '(?:rest|remainder) of your life | irreversibl[ey]',
      'lifelong (?:relief|results|freedom)',
      String.raw`(?<!\bis\s)(?<!\bare\s)for good(?! (?:reasons?|measure|communication))`,
      "(?:never|won't|will not|doesn't) (?:ever )?(?:come|comes|coming|return|returns)(?: back)?",
      String.raw`(?:long[ -]?)?(?:lasting|long[ -]term|longer[ -]term|enduring|sustained|durable|continued|ongoing) (?:\w+ ){0,2}?(?:relief|results?|effects?|benefits?|change|changes|difference|improvements?|solutions?|fix|comfort|recovery|answer|remedy|freedom|release)`,
      '(?:relief|results?|effects?|benefits?|improvements?|difference|comfort|gains?) (?:that |which |will |can |could |should |may |really |to )*(?:lasts?|lasted|lasting|endures?|stays?|holds?|persists?|continues?|keeps? going|go(?:es)? on)',
      String.raw`(?:relief|results?|benefits?|improvements?) for (?:\w+ )?(?:months|years)`,
      '(?:lasts?|lasted|holds?|stays?) (?:for )?(?:many |several |up to )?(?:months|years|a (?:year|lifetime)|the long (?:term|run))',
    ]),
    otherwise: anyOf([
      String.raw`(?:unwanted|side)[ -]effects?\b[^.]*\blast`,
      String.raw`permanent(?:ly)? (?:damage|damaged|injur\w+|harm|disab\w+|nerve|numbness|mark|staff)`,
      '(?:people|patients|some|many) never (?:come|return)',
      '(?:pain|ache) (?:(?:that|which|has|had|may|can|will|often|usually|only) ){0,3}(?:lasts?|lasted|lasting|stays?|persists?)',
    ]),
    why: 'No lasting effect has been shown, and without "short-term" readers take one to last (ASA, Mannion, 2017).',
    instead: 'Say "short-term relief", or that nothing was measured beyond a week after the last session.',
  },
];
