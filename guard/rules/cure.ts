import { anyOf } from '../any-of.ts';
import type { Rule } from '../rule.ts';

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
      String.raw`(?:skin|wounds?|cuts?|bruises?|fracture|bones?|surgery|operation|strains?) (?:\w+ ){0,3}heal(?:s|ed|ing)?`,
      'heals? (?:slowly|badly|poorly)',
    ]),
    why,
    instead: 'Say what the person may feel in the short term, or leave it out.',
  },
  {
    name: 'repair and restore',
    words: anyOf([
      String.raw`(?:repair|regenerat|rebuild|renew|rejuvenat|restor|rebalanc|realign)\w* (?:\w+ ){0,3}?(?:itself|body|back|spine|tissues?|muscles?|damage|balance|harmony|movement|mobility|function|health|system|posture)`,
      String.raw`(?:body|back|spine)(?:'s)? (?:\w+ ){0,2}(?:repair|recover)\w* (?:itself|naturally)`,
      String.raw`speed(?:s|ing)? (?:up )?(?:\w+ )?recovery`,
      '(?:faster|quicker) recovery',
    ]),
    why: 'That needles mend or rebalance the body has not been shown.',
    instead: 'Leave it out.',
  },
  {
    name: 'get rid of pain',
    words: anyOf([
      String.raw`(?:pain|backs?|problems?|aches?) (?:are|is|gets?|will be|can be) (?:\w+ )?(?:fixed|sorted|mended|solved|ended)`,
      String.raw`(?:switch|turn|shut)(?:e?s|ing)? (?:\w+ ){0,3}?(?:pain|ache) off`,
      '(?:pain|ache) (?:stays?|keeps?) away|keeps? (?:the )?(?:pain|aches?) away',

      '(?:get|gets|getting|got) rid',
      'rid(?:s|ding)? (?:you|your|yourself|people)',
      'say(?:ing)? goodbye to',
      'goodbye to',
      String.raw`wave (?:\w+ ){0,4}?goodbye`,
      'farewell to',
      String.raw`leav(?:e|es|ing) (?:\w+ ){0,3}?(?:pain|ache|suffering) behind`,
      String.raw`(?:banish|eliminat|eras|eradicat|abolish|conquer|defeat|vanquish|dissolv|overcom|vanish|cancel|wip)\w* (?:out )?(?:\w+ ){0,3}?(?:pain|ache|sciatica)\w*`,
      '(?:end(?:s|ed|ing)?|stop(?:s|ped|ping)?|beat(?:s|ing)?|kill(?:s|ing)?|remov(?:e|es|ed|ing)|switch(?:es)? off|turn(?:s)? off|tak(?:e|es|ing) away|fix(?:es|ed|ing)?|sort(?:s|ed)? out|clear(?:s|ed)?(?: up)?|resolv(?:e|es|ed|ing)|reverse[sd]?|correct(?:s|ed)?) (?:(?:your|the|all|any|my|their|chronic|long-lasting|low|lower|back|that|this|nagging|for good) ){0,4}(?:pain|ache|aches|back|problem|condition|symptoms)',
      String.raw`(?:pain|ache) (?:\w+ ){0,2}(?:disappear|vanish|melt|evaporat|dissolv)\w*`,
      '(?:pain|ache) ?,? (?:all )?gone',
      String.raw`tak(?:e|es|ing) (?:\w+ ){0,3}?(?:pain|ache) away`,
      String.raw`kiss(?:ing)? (?:\w+ ){0,4}?goodbye`,
      String.raw`los(?:e|ing) (?:\w+ ){0,2}?(?:pain|ache)`,
      String.raw`(?:pain|ache) (?:is|was|has|had|will be|will have) (?:\w+ )?(?:gone|a thing of the past|(?:just )?a (?:distant )?memory|history)`,
      String.raw`an? end to (?:\w+ ){0,3}?(?:pain|ache|suffering|trouble|problems?)`,
      '(?:pain|ache) (?:stops|ends) (?:here|now|today)',
      String.raw`the end of (?:\w+ ){0,3}?pain`,
    ]),
    otherwise:
      /\bpain(?:ful)?\s+stops?\s+(?:you|your|normal|people|them)\b|\bstops? (?:\w+ ){0,2}(?:living|normal)\b/giu,
    why,
    instead: 'Say "short-term relief", or say plainly that nobody can promise it will go.',
  },
  {
    name: 'pain-free',
    words: anyOf([
      '(?:back-)?pain-? ?free',
      'painless(?:ly)?',
      String.raw`fre(?:e|ed|es|eing) (?:you |your \w+ |yourself |people )?(?:of|from) (?:\w+ ){0,3}?(?:pain|aches?|discomfort)`,
      String.raw`freedom from (?:\w+ ){0,3}?pain`,
      String.raw`no more (?:\w+ ){0,3}?(?:aching|stiff\w*|sore\w*)`,
      String.raw`(?:no|zero) (?:more )?(?:\w+ ){0,2}?(?:pain|ache|aches|discomfort)\b(?! (?:relief|difference|at|when|in the))`,
      String.raw`without (?:\w+ ){0,2}?pain`,
      String.raw`(?:never|not) (?:feel|have|suffer) (?:\w+ ){0,2}pain again`,
    ]),
    otherwise: anyOf([
      String.raw`(?:without|with or without) (?:\w+ )?(?:leg|nerve) pain`,
      'in no pain',
      String.raw`(?:people|adults|volunteers) without (?:\w+ )?pain`,
      'no (?:clear |measurable |real )?difference',
    ]),
    why,
    instead: 'Say "short-term relief".',
  },
];
