/** One thing a page may not say. */
export interface Rule {
  name: string;
  /** What is looked for; global. */
  words: RegExp;
  /** The same words when they say something else: a find that touches such a reading is fair. Global. */
  otherwise?: RegExp;
  /** What makes it fair when it stands anywhere in the sentence. */
  unless?: RegExp;
  /** Neither a denial nor a question makes it fair: "don't suffer" is itself one. */
  always?: true;
  why: string;
  /** What to write; when it is not given, nothing. */
  instead?: string;
}

/** Where a text stands. */
export interface Context {
  /** The nearest section's id, or the kind of text in the head. Without one, a condition word is judged by its sentence. */
  place?: string;
}

export interface Violation {
  /** The words found. */
  words: string;
  sentence: string;
  rule: string;
  why: string;
  instead: string;
}

/**
 * Looks for any of these, as whole words. One blank stands for any space, because a sentence comes in its plain spelling.
 * Plain words of one family share a line, with " | " between them. `flags` without "i" where capitals tell NICE from nice.
 */
export function anyOf(alternatives: readonly string[], flags: 'giu' | 'gu' = 'giu'): RegExp {
  const each = alternatives.flatMap((family) => family.split(' | '));
  return new RegExp(each.map((words) => `\\b(?:${words})\\b`).join('|'), flags);
}
