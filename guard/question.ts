const asked = /\?["')]*$/u;
// A question somebody wants answered. "Are you ready to …?" and "Isn't it time …?" are slogans.
const open =
  /^(?:so|but|and)?,?\s*(?:(?:is|are|was|were|does|do|did|can|will|has|have|should)\s+(?!you\b|your\b|not\b|it time\b)|how (?:long|many|often|much|sure|is it thought|might|could|may)\b|what (?:does|do|did) (?:the |this )?(?:research|evidence|trials?|stud(?:y|ies)|reviews?|nice|nhs|cochrane|bmj)\b)/iu;
const slogan = /\b(?:finally|at last|once and for all|for good|today|ready|imagine)\b/iu;

/** Whether a sentence asks, as a list of questions and answers does, and neither promises nor presumes. */
export function isOpenQuestion(sentence: string): boolean {
  return asked.test(sentence) && open.test(sentence) && !slogan.test(sentence);
}
