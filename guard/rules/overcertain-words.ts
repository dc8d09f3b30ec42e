import { anyOf, type Rule } from '../rule.ts';

const notShown = 'The research does not show this: its certainty runs from moderate to very low.';

export const certainty: readonly Rule[] = [
  {
    name: 'proven',
    words: anyOf([
      'proof | time-tested | tried[ -]and[ -]tested',
      '(?:clinically|scientifically|medically)?[ -]?prov(?:en|e|es|ed|ing)',
    ]),
    otherwise: anyOf([
      'proof of (?:address|identity|id) | prov(?:e|es|ing|en) (?:nothing|little)',
      'prove (?:to be )?(?:too|difficult|hard)',
      String.raw`proof-?read\w*`,
    ]),
    why: notShown,
    instead: 'Say what was found, against what, and how sure the reviewers are.',
  },
  {
    name: 'works',
    words: anyOf([
      '(?:acupuncture|needling|needles?|treatments?|therap(?:y|ies)|it|this|that|which|what|sessions?|courses?|remed(?:y|ies)|approach|method|technique|really|actually|truly|simply|just|always|nothing|they) (?:(?:really|actually|truly|simply|just|always|does|do|can|will|may|has|have|also|often|usually|definitely|genuinely) ){0,2}work(?:s|ed)?',
      String.raw`work(?:s|ed|ing)? (?:wonders?|magic|miracles|like (?:a )?(?:dream|charm|magic)|(?:really|very|so|incredibly) well|for (?:me|you|my|your|everyone|most|many|back|chronic|pain|people|all|so|thousands|hundreds|others|countless)|when (?:nothing|other|everything)|where (?:nothing|other|everything)|fast|quickly|by (?:\w+ing|getting))`,
      '(?:acupuncture|needling) (?:will|can|does)(?= ?[.!]?$)',
    ]),
    otherwise: anyOf([
      String.raw`how (?:it|this|that)(?: (?:is|was|might|may|could|site|page|form))? (?:\w+ ){0,3}?work\w*`,
      '(?:thought|believed|said|supposed|meant|held) to work',
      String.raw`(?:might|may|could) (?:\w+ )?work by`,
      String.raw`work(?:s|ed|ing)? (?:with|without|on|in) (?:a |an |any |no |the |your |every |all )?(?:\w+ )?(?:keyboards?|screen|readers?|javascript|scripts?|browsers?|phones?|computers?|devices?|connections?|gps?|physio\w*)`,
      String.raw`(?:site|page|form|link|button|number|address|website) (?:\w+ )?works?`,
    ]),
    why: notShown,
    instead: 'Say what was found, or "how it is thought to work".',
  },
  {
    name: 'effective',
    words: anyOf([
      'efficacious | success rates? | high success | gets? results',
      '(?<!cost[ -])effective(?:ly|ness)?',
      '(?:great|excellent|fantastic|superb|real|visible|impressive|outstanding|long-term|best) results',
    ]),
    unless:
      /\b(?:trials?|stud(?:y|ies)|reviews?|research(?:ers)?)\b[^.]*\b(?:tests?|tested|asked|compare[sd]?|measured?|look(?:s|ed)? at)\b/iu,
    why: notShown,
    instead: 'Say what was found, against what, and how sure the reviewers are.',
  },
  {
    name: 'guarantee',
    words: anyOf([
      'guarant(?:ee|ees|eed|eeing) | money[ -]back',
      String.raw`(?:i|we) (?:can )?promise\b`,
      "(?:cannot|can't|never) (?:fails?|be wrong|go wrong)",
      String.raw`promis(?:e|es|ed|ing) (?:\w+ ){0,3}?(?:relief|results?|better|recovery)`,
      '(?:certain|sure|bound|destined) to (?:feel|help|ease|relieve|improve|notice|work|benefit|get)',
      String.raw`(?:you|you'll|your (?:back|pain)) (?:will )?(?:definitely|certainly|always|undoubtedly) \w+`,
      String.raw`(?:you'll|you will|you're going to) (?:soon |quickly )?(?:feel|be|notice|see|experience|enjoy|move|walk|get) (?:\w+ ){0,3}?(?:better|relief|difference|results?|improvements?|benefits?|younger|yourself|fitter|looser|freely|easily|free|back (?:to|on))`,
    ]),
    otherwise: /\b(?:promise|guarantee)\s+(?:to\s+)?(?:reply|answer|call|keep|confidential\w*)\b/giu,
    why: 'Nobody can say beforehand who will feel better.',
    instead: 'Say "may" and "some people", with "short-term".',
  },
  {
    name: 'safe without limits',
    words: anyOf([
      'the safest | one of the safest | risk[ -]free | harmless | side[ -]?effects?[ -]free',
      String.raw`(?:completely|totally|100 ?(?:%|per ?cent)|(?:one|a) hundred per ?cent|perfectly|entirely|absolutely|utterly|wholly|always|very|extremely|incredibly|exceptionally|remarkably|inherently|proven) (?:\w+ and )?safe(?:ly)?`,
      String.raw`safe (?:and \w+ )?(?:for (?:everyone|everybody|all|anyone|anybody|any)|in pregnancy|during pregnancy|at any)`,
      '(?:no|zero|without (?:any )?|free of|free from) ?(?:known |real |any |serious )?(?:risks?|dangers?|harm|downsides?|drawbacks|complications)(?! of (?:addiction|spam))',
      'safe(?: and|,) (?:natural|gentle|effective|proven|sure|drug)',
      '(?:no|zero|without|without any|without the|free of|free from|never any|not a single|none of the|hardly any|has no|minus the) (?:(?:known|unwanted|harmful|nasty|bad|serious|real|unpleasant|any|usual|of the) ){0,2}(?:side[ -]?effects?|unwanted effects?|adverse (?:effects?|events?|reactions?))',
    ]),
    otherwise:
      /\b(?:bruis\w*|soreness|these|they) (?:are|is) (?:\w+ and )?(?:usually |mostly )?harmless\b/giu,
    why: 'About 9 in 100 people have at least one unwanted effect, and serious harm, though very rare, happens.',
    instead: 'Say what is common, what is rare, and how rare.',
  },
  {
    name: 'common effects called rare',
    words: anyOf([
      String.raw`(?:bruis\w*|soreness|bleeding|side[ -]effects?|unwanted effects?|discomfort) (?:[\w-]+ ){0,4}?(?:is|are) (?:very |extremely |quite )?(?:rare|uncommon|unusual)`,
      '(?:rare|occasional) (?:bruis|soreness|side[ -]effects?)',
    ]),
    otherwise: anyOf(['(?:serious|severe|lasting) (?:side[ -]effects?|unwanted effects?|bleeding)']),
    why: 'About 9 in 100 people have at least one unwanted effect, and about half of them bleed or bruise.',
    instead: 'Say that small bruises, bleeding and soreness are fairly common and pass.',
  },
];
