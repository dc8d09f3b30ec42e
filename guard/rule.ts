/** One thing a page may not say. */
export interface Rule {
  name: string;
  /** What is looked for; global. */
  words: RegExp;
  /** The same words when they say something else: a find that touches such a reading is fair. Global. */
  otherwise?: RegExp;
  /** What makes it fair when it stands anywhere in the sentence. */
  unless?: RegExp;
  /** A denial does not make it fair: "don't suffer" is itself one. */
  evenDenied?: true;
  /** Asking does not make it fair. */
  evenAsked?: true;
  why: string;
  instead: string;
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
