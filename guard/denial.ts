import { falseNegation, laterDenial, otherDenial } from './denial-words.ts';

// Where one statement ends and the next begins, inside a sentence.
const clauseEdge =
  /[;:!?(]|\s[–—-]\s|\b(?:but|however|although|though|because|whereas|(?<!\ba )while)\b|(?<!\b(?:whether|that|if|how|why)),\s+(?:yet|and|so|just|only|it|acupuncture|needling|you|we|i|they|this|that|which|your|our|my|instead|simply)\b|\band (?:it|acupuncture|you|we|i|they|this|your)\b/giu;
const ofSubject = /\b(?:no|none|nobody|no[- ]one|nothing|neither|nor)\b/giu;
const ofVerb = /\b(?:not|cannot|never|\w+n't)\b/giu;
const newVerb = /\b(?:can|will|may|might|does|do|is|are|has|have|makes?)\b/iu;
// "has not shown that it can …": what comes after these is still denied.
const carriesOn =
  /\b(?:that|say|says|said|mean|means|show|shows|shown|prove|proves|claim|promise|know|known|whether|if|sure|clear|true|believe|think|expect|suggest|find|found|anyone|tell)\b/iu;
const comparison =
  /\b(?:like (?:us|me|we|i|acupuncture|this|our|it|my)|as (?:well|fast|quickly|effectively|surely|reliably) as|(?:better|faster|safer|quicker|more \w+) than)\b/iu;
// "Who says … cannot …?" denies the denial, and so does "nothing … cannot".
const provoking = /^(?:but )?(?:who (?:says|said)|think|thought)\b/iu;
const doubled =
  /\b(?:no|nothing|nobody|none|no one)\b(?:(?!\b(?:that|say|says|promise)\b).)*\b(?:cannot|can't|not|won't|doesn't)\s*$/iu;
const furthest = 14;

const asked = /\?["')]*$/u;
// A question somebody wants answered. "Are you ready to …?" and "Isn't it time …?" are slogans.
const open =
  /^(?:so|but|and)?,?\s*(?:(?:is|are|was|were|does|do|did|can|will|has|have|should)\s+(?!you\b|your\b|not\b|it time\b)|how (?:long|many|often|much|sure|is it thought|might|could|may)\b|what (?:does|do|did) (?:the |this )?(?:research|evidence|trials?|stud(?:y|ies)|reviews?|nice|nhs|cochrane|bmj)\b)/iu;
const slogan = /\b(?:finally|at last|once and for all|for good|today|ready|imagine)\b/iu;

/** Whether the words from `start` to `end` are denied, doubted or warned of, by a negation whose reach they are in. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const before = clauseBefore(sentence, start).replace(falseNegation, ' + ');
  const after = sentence.slice(end);
  if (provoking.test(sentence)) return false;
  if (laterDenial.test(after)) return true;
  if (otherDenial.test(before)) return true;
  if (comparison.test(after) || doubled.test(before)) return false;
  return reaches(before, ofSubject, () => true) || reaches(before, ofVerb, verbCarriesOver);
}

/** An edge may reach into the words themselves: ", acupuncture works". */
function clauseBefore(sentence: string, start: number): string {
  const flat = sentence.replace(/\([^)]*\)/gu, (aside, index: number) =>
    index + aside.length > start ? aside : ' '.repeat(aside.length),
  );
  const edge = [...flat.matchAll(clauseEdge)].findLast(({ index }) => index < start);
  return edge ? flat.slice(edge.index + edge[0].length, start) : flat.slice(0, start);
}

function reaches(before: string, negation: RegExp, carriesOver: (between: string) => boolean): boolean {
  return [...before.matchAll(negation)].some(({ 0: word, index }) => {
    const between = before.slice(index + word.length);
    return between.trim().split(/\s+/u).length <= furthest && carriesOver(between);
  });
}

/** "People who do not exercise can be …": a second verb with nothing to carry the "not" over is not denied by it. */
function verbCarriesOver(between: string): boolean {
  const verb = newVerb.exec(between);
  return !verb || carriesOn.test(between.slice(0, verb.index));
}

/** Whether a sentence asks, as a list of questions and answers does, and neither promises nor presumes. */
export function isOpenQuestion(sentence: string): boolean {
  return asked.test(sentence) && open.test(sentence) && !slogan.test(sentence);
}
