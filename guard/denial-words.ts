import { anyOf } from './rule.ts';

/** Words that look like a denial and are none, or deny something else: "not only", "no wonder", "don't wait". */
export const falseNegation = anyOf([
  String.raw`not (?:only|just|merely|simply|surprising\w*|to mention|forgetting|tried)`,
  String.raw`\w+n't (?:just|only|merely|simply|tried|it|you|we)`,
  "(?:there is|there's|have|has|with) no (?:doubt|question|denying)",
  String.raw`no (?:doubt|wonder|surprise|secret|question|matter|longer|need|more|fuss|(?:drugs?|pills?|tablets?|surgery|medication|medicines?|painkillers)\b(?![^;:]*\b(?:has|have|can|will|could|may)\b)|waiting|referral|side|risks?|downsides?|pain|better|other|obligation|stronger|faster|safer|greater|quicker|exaggeration|limit|gimmicks?|nonsense|denying|harm)`,
  'nothing (?:short|but|beats|less|else|works? (?:better|like)|compares|heals|comes close|to lose|matches|is (?:as|more))',
  'never (?:fails?|failed|been|felt|looked|again|knew|too|stops?|disappoints?|lets?|misses|quits)',
  "(?:do not|don't|never|needn't|need not) (?:wait|worry|delay|hesitate|suffer|settle|let|miss|live|put up|give up|lose|forget|doubt|underestimate|be fooled|accept|despair|struggle|have to|look)",
  "(?:can't|cannot|can not|couldn't) (?:wait|deny|be denied|argue|be beaten|fail|go wrong|be ignored|ignore|lose|beat|help but|believe how|thank|recommend|remember)",
  "(?:won't|will not) (?:believe|regret|look back|need|have to|be disappointed)",
  "(?:why not|who doesn't|if not|without (?:a )?doubt|without question|whether or not)",
  'not (?:a|the) (?:day|moment|minute) (?:too|later|longer)',
]);

/** Doubt, warning and report, in front of the words. */
export const otherDenial = new RegExp(
  [
    String.raw`\b(?:rather than|instead of|far from|hardly|unlikely|short of being|fail\w* to|stop short of|stops short of)\b`,
    String.raw`\btoo (?:small|weak|little|uncertain|early|few)\b`,
    String.raw`\b(?:little|lack of|insufficient|weak|poor|limited) (?:good |reliable |sound )?(?:evidence|proof|support)\b`,
    String.raw`\b(?:advis|recommend|decid|caution|warn|guid|speak|spoke|rul)\w* against\b`,
    String.raw`\b(?:doubt(?:s|ed|ful)?|unclear|uncertain|unknown|debat\w+|unsettled|disput\w+|unproven|unsure)\b`,
    String.raw`\bwhether (?:it|acupuncture|needling|that|this|they|the|any|a|or not it)\b(?!')`,
    String.raw`\b(?:myths?|misleading|falsely|dishonest(?:ly)?|(?:wrong|false|untrue|incorrect|a mistake) (?:to|that|claims?|hopes?|promises?))\b`,
    String.raw`\b(?:wary|beware|(?:careful|cautious) (?:of|about)|distrust\w*|suspicious|steer clear|walk away|stay away|sceptical)\b`,
    String.raw`\b(?:avoid\w*|refus\w+ to|declin\w+ to|leav\w+ out|keep\w* clear of) (?:\w+ ){0,3}(?:anyone|any|adverts?|clinics?|claim\w*|words?|promis\w+|using|saying|say|that|who)\b`,
    String.raw`\b(?:words?|terms?|phrases?) (?:like |such as )?"|without (?:promising|claiming|saying|implying|proof|suggesting)\b`,
    String.raw`\b(?:overstat|exaggerat|overclaim)\w*`,
  ].join('|'),
  'iu',
);

/** Denial that comes after the words: "a cure cannot be promised". */
export const laterDenial = new RegExp(
  `^[^;:.!?]{0,70}?(?:${[
    String.raw`\b(?:can(?:not|'t| not)|could(?:n't| not)|must(?:n't| not)|should(?:n't| not)|may not|will not|won't) (?:\w+ )?(?:be (?:promised|guaranteed|expected|claimed|made|ruled|known|said|given|offered|taken|assumed|supported|relied|used|advertised|stated|proved|proven|shown)|promise|say|claim|know)`,
    String.raw`\b(?:is|are|was|were)(?:n't| not) (?:yet |currently |really )?(?:something|what|a thing|a word|promised|likely|expected|possible|on offer|known|supported|shown|proven|proved|realistic|a claim|allowed|claimed|settled|clear|certain|understood|backed|borne|the (?:aim|goal|word|case))`,
    String.raw`\b(?:has|have|had)(?:n't| not) (?:yet |ever )?been (?:shown|proven|proved|demonstrated|established|found|tested|settled|confirmed|studied)`,
    String.raw`\b(?:does not|doesn't|do not|don't) exist`,
    String.raw`\b(?:is|are|remains?|was|were) (?:still |only |just )?(?:a myth|myths|unlikely|unproven|uncertain|unclear|unknown|debated|disputed|misleading|wrong|false|untrue|unsettled|an open question|open|lacking|missing|weak|thin|too (?:small|weak|much)|overstating|going too far|promising too much|not telling)`,
    String.raw`\b(?:should|ought to) (?:be (?:distrusted|avoided|doubted|a warning)|make you (?:wary|suspicious)|worry you)`,
    String.raw`\b(?:nobody|no one|no[- ]one) (?:can|knows|has)\b`,
  ].join('|')})`,
  'iu',
);
