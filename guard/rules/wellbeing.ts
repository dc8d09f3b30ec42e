import { anyOf, type Rule } from '../rule.ts';

const why =
  'Only short-term relief of pain may be claimed; a feeling such as "relaxing" may be told as a feeling.';
const change =
  '(?:improv|better|deep|restful|sound|reduc|lower|less|fewer|eas|reliev|calm|lift|boost|manag|combat|beat|fight|tackl|treat|help|sooth|melt|releas|banish|lessen|support|enhanc|sooth|regulat|promot|restor|refresh|cop|overcom)\\w*';

export const wellbeing: readonly Rule[] = [
  {
    name: 'sleep or mind',
    words: anyOf([
      String.raw`de-?stress\w*`,
      `${change} (?:(?:with|your|the|of|and|quality|a|good|night's|to|from|their|people|you) ){0,3}(?:sleep(?:ing)?|insomnia|rest at night)`,
      String.raw`sleep(?:ing|s)? (?:\w+ )?(?:better|well|soundly|deeply|deeper|like a (?:baby|log)|through|improves?|quality|problems?)`,
      '(?:for|treats?|from) (?:sleeplessness|insomnia|poor sleep)',
      String.raw`${change} (?:(?:with|your|the|of|and|daily|everyday|symptoms|levels|people|you|mild|emotional|away|pain|tension) ){0,3}(?:stress|anxiety|anxious\w*|depress\w+|mood|worry|worries|panic|low mood|mental health|burnout)`,
      String.raw`(?:stress|anxiety|depression|mood)[\s-]+(?:relie\w+|related|free|levels?|bust\w+|reduc\w+|melts?|fades?|away|lifts?)`,
      '(?:for|treats?) (?:stress|anxiety|depression)',
    ]),
    why,
  },
  {
    name: 'wellbeing',
    words: anyOf([
      'your old self | new lease of life | good as new',
      String.raw`reclaim\w* your \w+`,
      String.raw`(?:improv|boost|enhanc|increas|transform|support|better|great)\w* (?:(?:your|the|overall|their|general|and|back|joint|everyday|daily|of|greater) ){0,3}(?:mobility|movement|flexibility|well-?being|quality of life|posture|vitality|range of motion|energy|health|circulation|recovery|strength|performance|digestion|concentration|life)`,
      String.raw`(?:mobility|flexibility|movement|posture|well-?being) (?:will |can |soon )?improv\w+`,
      String.raw`(?:get|gets|getting|live|living|reclaim\w*|take|enjoy|enjoying) (?:\w+ )?(?:your )?(?:life (?:back|again|to the full)|back to (?:living|life|normal|your old self|doing|the things))`,
      String.raw`feel (?:like yourself|(?:\w+ )?years? younger|like new|like a new|brand new|great|amazing|fantastic|wonderful)`,
    ]),
    otherwise: /\bbetter (?:back )?(?:movement|function) (?:score|than)\b/giu,
    why,
  },
  {
    name: 'fewer medicines',
    words: anyOf([
      String.raw`(?:fewer|less|no more|no need (?:for|of)|reduc\w*|lower\w*|cut(?:s|ting)?(?: (?:down|back|out))?(?: on)?|stop(?:s|ped|ping)?|ditch\w*|drop(?:s|ped|ping)?|quit\w*|bin(?:s|ned|ning)?|com(?:e|es|ing) off|get(?:s|ting)? off|wean\w*(?: \w+)? off|throw\w* (?:away|out)|put(?:ting)? (?:down|away)|rel(?:y|ies|iance|iant|ying) (?:less )?(?:up)?on|depend\w* on|replac\w*|instead of|without(?: the need for)?|free (?:of|from)|alternative to|no(?= (?:drugs|pills|tablets|medication)\b(?! (?:can|has|have|will|is|are)\b))|safer than|better than|swap\w*|forget|say no to|goodbye to) (?:(?:your|their|my|the|taking|using|any|on|of|for|or|daily|strong|prescription|pain|that|those|handful|use|amount|need|reliance|with) ){0,4}(?:pain-?killers?|pain relief tablets|medicines?|medications?|meds|pills?|tablets?|drugs?|ibuprofen|paracetamol|codeine|opioids?|morphine|anti-inflammator(?:ies|y \w+))`,
    ]),
    otherwise: /\bno need to (?:stop|change|reduce)\b/giu,
    unless:
      /\b(?:ask(?:ing)?|speak(?:ing)?\s+to|talk(?:ing)?\s+to|check(?:ing)?\s+with)\s+(?:\w+\s+){0,2}(?:gp|doctor|pharmacist)\b/iu,
    why: 'It may lead people to stop a medicine they need.',
    instead: 'Say "Do not stop or change a medicine without asking a GP or pharmacist".',
  },
];
