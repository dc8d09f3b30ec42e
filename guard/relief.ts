import { anyOf, type Rule } from './rule.ts';

const shortTerm =
  /\bshort(?:er)?[\s-]term\b|\bdid not last\b|\bif (?:it is )?(?:better )?at all\b|\btoo small\b|\bmay (?:be|have been) nothing\b|\bboth groups\b|\bboth real and\b|\beither group\b|\ba little (?:greater|more|better) than\b|\bbelow what\b|\bmost people\b.*\bwithout (?:any )?treatment\b/iu;
const ofSomethingElse =
  /\b(?:heat|cold|ice|warmth|exercises?|walking|physio\w*|massage|tablets?|medicines?|painkillers?|paracetamol|ibuprofen|anti-inflammator\w+|pharmacist|self-care|by itself|by themselves|on its own|on their own|most back pain|back pain (?:often|usually|mostly|tends|goes|comes)|nerve pain|staying active|keep(?:ing)? (?:active|moving)|gps?|doctors?|nhs|nice|surgery|rest|resting|lying|sitting)\b/iu;
const acupuncture = /\b(?:acupunctur\w*|needl\w+|sessions?|treatments?|therapy|course|i|we|my|our|me)\b/iu;
// A report of what was measured, with the day it was measured on, claims no more than that.
const measuredSoonAfter =
  /^(?=.*\b(?:trials?|stud(?:y|ies)|reviews?|cochrane|people|participants|researchers)\b)(?=.*\b(?:within (?:\d+|a|one|seven) (?:days?|week)|(?:soon|shortly|right|straight) after|(?:at|by) the end of (?:the )?(?:treatment|course)|days? after)\b)/iu;

const ache =
  '(?:pain|ache|aches|aching|soreness|stiffness|discomfort|symptoms?|tension|flare-ups?|backs?|sciatica|migraines?|headaches?)';
// An idea told as an idea; whether the page may hold it is for its claim's record to say.
const idea =
  /\b(?:(?:one|an?|the|modern|western) idea is that|the theory is that|in (?:\w+ )?theory|is thought to|are thought to|is said to)\b/iu;
const words = anyOf([
  String.raw`(?:pain|back|back-pain)?[\s-]?relie(?:f|ve|ves|ved|ving|ver)`,
  String.raw`(?:eas(?:e|es|ed|ing)|sooth(?:e|es|ed|ing)|alleviat\w+|reduc(?:e|es|ed|ing|tion)|lessen\w*|lower(?:s|ed|ing)?(?! back)|dull(?:s|ed|ing)|dampen\w*|calm(?:s|ed|ing)?|loosen\w*|minimi[sz]\w+|tackl\w+|manag(?:e|es|ing)|combat\w*|treat(?:s|ed|ing)?|target(?:s|ed|ing)?|settl(?:e|es|ed|ing)|shift(?:s|ed)?|quiet(?:en)?s?) (?:(?:in|your|the|my|their|some|of|long-lasting|chronic|low|lower|any|people's|persistent|and|that|everyday|nagging|away|levels|stubborn) ){0,4}(?:\w+ ){0,1}?${ache}`,
  String.raw`(?:less|lower|reduced|fewer|milder) (?:\w+ ){0,2}?(?:pain|aches?|aching|stiff\w*|discomfort|flare-ups?)`,
  String.raw`(?:pain|aches?|stiffness|discomfort|symptoms|back) (?:\w+ ){0,3}?(?:eases?|eased|fell|falls?|drops?|dropped|fades?|faded|lessens?|lessened|improves?|improved|lifts?|subsides?|settles?|went down|goes down|easier|go away|goes away)`,
  `(?:help(?:s|ed|ing|ful)?|good|great) (?:(?:with|for|your|the|my|their|some|of|long-lasting|chronic|low|lower|people|manage|you|to|cope|live|against|many|sufferers) ){0,5}${ache}`,
  String.raw`(?:acupuncture|needling|needles|treatments?|sessions?|i|we|therapy) (?:(?:can|may|might|could|will|does|really|often|also|has|have|am sure|know) ){0,3}help(?:s|ed)?\b(?! (?:to |you )?(?:us|me|decide|find|fill|understand|choose|weigh|prepare|write|if you|with (?:your |any |a )?(?:questions?|form|enquir\w+|booking)))`,
  '(?:feel(?:s|ing)?|felt|gets?|getting) (?:much |so much |a lot |far )?(?:better|looser|freer)',
  String.raw`(?:move|moving|walk|walking|bend|bending) (?:\w+ )?(?:freely|easily|better|again|more easily|with ease)`,
  'hurt(?:s|ing)? less',
  '(?:can|may|might|could|will|does|has|have) (?:really |also |often )?benefit(?:s|ed)?',
  String.raw`\b(?:notices?|sees?|feels?|noticed) (?:an? |some |the |big |real ){0,2}(?:improvements?|differences?)\b|\bbeneficial\b`,
  String.raw`benefits of (?:\w+ )?(?:acupuncture|needling|treatment|our|my)`,
  String.raw`(?:(?:can|may|might|could|will|does) make|makes|made) (?:a|the|all the) (?:\w+ )?difference`,
]);

/** Relief, easing and help as an effect of acupuncture. */
export const relief: Rule = {
  name: 'relief without "short-term"',
  words,
  otherwise: anyOf([
    String.raw`\bat ease\b|\bto know\b.*\brelief\b|\ba relief (?:to|that)\b`,
    String.raw`(?:until|when|if|once|before|as soon as) you feel (?:better|well|clear)\w*`,
    String.raw`\bmedical help\b|\b(?:get|emergency|urgent|ask for|asking for|need|find) help\b`,
    String.raw`help\w* (?:me|us) (?:to )?(?:reply|plan|understand|know|see)\w*`,
    'how (?:is|are) (?:your|the) (?:pain|back) | (?:people|adults|patients) treated',
  ]),
  unless: new RegExp(
    `${shortTerm.source}|${idea.source}|${measuredSoonAfter.source}|^(?=.*${ofSomethingElse.source})(?!.*${acupuncture.source})`,
    'iu',
  ),
  why: 'Without "short-term" in the same sentence readers take the effect to last (ASA, Mannion, 2017).',
  instead: 'Put "short-term" in the sentence, and "may" and "some people".',
};
