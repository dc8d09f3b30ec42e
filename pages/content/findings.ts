import type { SourceKey } from './sources.ts';

/** GRADE's four words for how sure the reviewers are, the least sure first. */
const certainties = ['very low', 'low', 'moderate', 'high'] as const;

export type Certainty = (typeof certainties)[number];

/** The reviewers' own word, or ours where nobody rated it: never above "low". */
type Rating =
  | { certainty: Certainty; ourReading?: never }
  | { certainty: 'low' | 'very low'; ourReading: true };

type Result = Rating & {
  source: SourceKey;
  /** What was measured, as a phrase that begins a sentence. */
  outcome: string;
  /** What acupuncture was compared with, as a phrase that follows "against". */
  comparison?: string;
  /** The numbers a sentence may take from it, beside those of the difference. */
  figures?: Readonly<Record<string, number>>;
  toConfirm?: true;
};

/** A difference between two groups (acupuncture minus the other), with its 95% confidence interval. */
interface Difference {
  scale: Scale;
  estimate: number;
  low: number;
  high: number;
  trials?: number;
  people?: number;
}

/** A result that is told as counts or shares has `figures` alone. */
export type Finding = Result & (Difference | { estimate?: never });

export interface Scale {
  /** What is measured and in which unit, as a plot is headed. */
  words: string;
  better: 'lower' | 'higher';
  /** The size of a difference that the reviewers counted as worthwhile, set beforehand. */
  threshold?: number;
}

/** A statement that rests on several findings is as sure as the least sure of them. */
export function leastCertain(findings: readonly Finding[]): Certainty | undefined {
  return certainties.find((word) => findings.some(({ certainty }) => certainty === word));
}

export function isSurer(one: Certainty, other: Certainty): boolean {
  return certainties.indexOf(one) > certainties.indexOf(other);
}
