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
  /** The numbers a sentence may take from it, beside those of the difference. */
  figures?: Readonly<Record<string, number>>;
};

/** Which group a result shows to have done better. `neither` says that it shows none, not that there is none. */
type Favoured = 'acupuncture' | 'neither' | 'comparator';

/** A difference between two groups (acupuncture minus the other), with its 95% confidence interval, which says whom it favours. */
interface Difference {
  /** What acupuncture was compared with, as a phrase that follows "against". */
  comparison: string;
  favours?: never;
  scale: Scale;
  estimate: number;
  low: number;
  high: number;
  trials?: number;
  people?: number;
}

/** A comparison without an interval has to say whom it favours. */
interface Compared {
  comparison: string;
  favours: Favoured;
  estimate?: never;
}

/** A result that is told as counts or shares has `figures` alone. */
interface Counted {
  comparison?: never;
  favours?: never;
  estimate?: never;
}

export type Finding = Result & (Difference | Compared | Counted);

export interface Scale {
  /** What is measured and in which unit, as a plot is headed. */
  words: string;
  better: 'lower' | 'higher';
  /** The size of a difference that the reviewers counted as worthwhile, set beforehand. */
  threshold?: number;
}

/** Whom a result favours: read from its interval where it has one. Undefined where nothing was compared. */
export function favouredBy(finding: Finding): Favoured | undefined {
  if (finding.estimate === undefined) return finding.favours;
  const { scale, low, high } = finding;
  if (low <= 0 && high >= 0) return 'neither';
  return low > 0 === (scale.better === 'higher') ? 'acupuncture' : 'comparator';
}

/** Whether acupuncture did better by as much as the reviewers counted as worthwhile. Undefined where they said no such thing. */
export function reachedThreshold(finding: Finding): boolean | undefined {
  if (finding.estimate === undefined || finding.scale.threshold === undefined) return undefined;
  const { scale, estimate } = finding;
  return (scale.better === 'higher' ? estimate : -estimate) >= finding.scale.threshold;
}

/** A statement that rests on several findings is as sure as the least sure of them. */
export function leastCertain(findings: readonly Finding[]): Certainty | undefined {
  return certainties.find((word) => findings.some(({ certainty }) => certainty === word));
}

export function isSurer(one: Certainty, other: Certainty): boolean {
  return certainties.indexOf(one) > certainties.indexOf(other);
}
