import { type Condition, conditions } from './conditions.ts';
import { isDenied, isOpenQuestion } from './denial.ts';
import { spans, violation } from './find.ts';
import type { Context, Violation } from './rule.ts';

const treating =
  /\b(?:treat\w*|help\w*|eas(?:e|es|ed|ing)|reliev\w*|relief|reduc\w*|improv\w*|good for|effective|works?|calm\w*|manag\w*|fix\w*|clear\w*|resolv\w*|sort\w*|heal\w*|cur(?:e|es|ing)|beat\w*|tackl\w*|combat\w*|banish\w*|boost\w*|support\w*|benefit\w*|answer|solution|suffer\w*|struggl\w*|speciali[sz]\w*|acupuncture (?:for|in|during)|needling for|sessions? for|treatments? for|therap(?:y|ies) for|soothe\w*|goodbye|address\w*|target\w*|ideal for|perfect for|safe (?:for|in|during))\b/iu;
const advice =
  /\b(?:tell|ask|asks|check|speak|talk|let me know|let us know|see|call|contact|mention|say so|seek)\b.*\b(?:me|us|gp|doctor|midwife|pharmacist|111|999|first|before|if)\b|\b(?:if|before|when|whether) you (?:are|have|might|may|could|become)\b|\b(?:gp|doctor|midwife|pharmacist) (?:can|may|will)\b/iu;
// Said of how things are, or by others of others: a cause, a body's advice, how it usually goes.
const report =
  /\b(?:NHS|NICE)\b|\b(?:[Cc]aus\w+|play a part|can (?:strain|make|lead|add|contribute|go (?:along|together))|due to|linked|associated|means?|called|known as|(?:is|are) (?:a |the )?(?:pain|condition|name|term|problem)s?|[Gg]uidelines?|[Tt]rials?|[Ss]tud(?:y|ies|ied)|[Rr]eviews?|[Rr]esearchers?|[Mm]ost people|by (?:itself|themselves)|on (?:its|their) own|advertised|pharmacist)\b/u;
const shortTerm = /\bshort[\s-]term\b/iu;

/** "Studies show that acupuncture eases …" is a claim for all its "studies". */
const effect =
  /\b(?:i|we)\s+(?:\w+\s+)?(?:tailor|treat|speciali[sz]e|help)\b|\b(?:acupuncture|needling|we|i|treatment)\s+(?:(?:can|may|will|does|really|also|often|safely|effectively)\s+)*(?:treats?|helps?|eases?|relieves?|reduces?|improves?|works|cures?|heals?|benefits?|is (?:\w+ )?(?:good|effective|safe|ideal))\b/giu;

/** Words for other conditions: where they may not stand, and as something treated wherever they stand. */
export function checkConditions(sentence: string, { place }: Context): Violation[] {
  return Object.entries<Condition>(conditions).flatMap(([name, condition]) =>
    spans(sentence, condition.words).flatMap(({ words, start, end }) => {
      const isUnclaimed = isOpenQuestion(sentence) || isDenied(sentence, start, end);
      const isReport = advice.test(sentence) || report.test(sentence);
      const isRelieved = condition.mayBeRelieved === true && shortTerm.test(sentence);
      const isTreated = isReport ? statesEffect(sentence) : !isRelieved && treating.test(sentence);
      if (!isUnclaimed && isTreated) return [violation(treatedRule, sentence, words)];
      // Without a place the sentence itself must show that nothing is offered for the condition.
      const isFair =
        place === undefined
          ? isUnclaimed || isReport || isRelieved
          : Object.hasOwn(condition.places ?? {}, place);
      return isFair ? [] : [violation(placeRule(name, condition, place), sentence, words)];
    }),
  );
}

function statesEffect(sentence: string): boolean {
  const [first] = spans(sentence, effect);
  return first !== undefined && !isDenied(sentence, first.start, first.end);
}

const treatedRule = {
  name: 'another condition as something treated',
  why: 'The page may speak of chronic low back pain only.',
  instead: 'Make no claim: say whom to ask, or what NICE advises.',
};

function placeRule(name: string, { places = {} }: Condition, place: string | undefined) {
  const registered = Object.entries(places).map(([at, reason]) => `${at} (${reason})`);
  return {
    name: 'a condition outside its places',
    why: place
      ? `"${name}" is not registered for the place "${place}".`
      : `Nothing in the sentence shows that nothing is offered for it ("${name}").`,
    instead:
      registered.length > 0
        ? `Leave it to: ${registered.join(', ')}.`
        : 'Leave it out, or register a place for it with a reason in guard/conditions.ts.',
  };
}
