import { anyOf } from '../any-of.ts';
import type { Rule } from '../rule.ts';

/** Praise of the practice, and the weight of other people's word. */
export const praise: readonly Rule[] = [
  {
    name: 'superlative',
    words: anyOf([
      '(?:nobody|no one) does it better|nothing (?:safer|better|stronger|gentler)',

      String.raw`the (?:very )?best\b(?! (?:time|times|available|evidence|research|stud\w+|trials?|reviews?|estimate|guess|person|number|way to (?:reach|contact|reply|get|ask|call|tell|find))\b)`,
      String.raw`best (?:\w+ )?(?:acupunctur\w*|treatments?|therap\w+|care|practi\w+|results?|relief|clinics?|options?|remed\w+|solutions?|cures?|answers?|outcomes?|in (?:town|the|london|class))`,
      'most (?:effective|trusted|powerful|advanced|successful|experienced|popular|skilled|reliable|respected|recommended|proven|natural)',
      String.raw`number[ -](?:one|1)\b`,
      String.raw`no\.? ?1\b`,
      String.raw`# ?1\b`,
      'leading(?! (?:to|cause|up))',
      'unrivall?ed',
      'unbeat(?:able|en)',
      'unmatched',
      'unparalleled',
      'unequall?ed',
      'world[ -]class',
      'world-renowned',
      'top[ -](?:rated|class|notch|quality|clinic|practitioner|acupuncturist)',
      'finest',
      'greatest',
      'premier',
      'award[ -]winning',
      'second to none',
      'favourite',
      'ultimate',
      'foremost',
      'nothing (?:beats|compares|comes close)',
      'first[ -](?:class|rate)',
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
];
