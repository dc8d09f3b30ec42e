/**
 * Looks for any of these, as whole words. One blank stands for any space, because a sentence comes in its plain spelling.
 * `flags` without "i" where capitals tell NICE from nice.
 */
export function anyOf(alternatives: readonly string[], flags: 'giu' | 'gu' = 'giu'): RegExp {
  return new RegExp(alternatives.map((words) => `\\b(?:${words})\\b`).join('|'), flags);
}
