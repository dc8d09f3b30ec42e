import { plainWords, ratingOf } from '../content/certainty.ts';
import { type Finding, favouredBy, reachedThreshold, type Scale } from '../content/findings.ts';
import { type FindingKey, findings } from '../content/sources.ts';
import { ForestPlot } from './forest-plot.tsx';

type Findings = typeof findings;
type Plotted = Extract<Finding, { estimate: number }> & { people: number; trials: number };

/** A finding with everything a row of the plot and its table show. */
type PlottedKey = { [Key in FindingKey]: Findings[Key] extends Plotted ? Key : never }[FindingKey];

interface FindingsFigureProps {
  id: string;
  /** Findings on one scale, in the order they are drawn. */
  rows: readonly [PlottedKey, ...PlottedKey[]];
  /** The least and the greatest difference drawn. */
  domain: readonly [number, number];
  /** What a reader should know first: when it was measured, and where it stands. */
  when: string;
  source: string;
}

/** A forest plot with the same numbers as a table beneath it, there for everyone. */
export function FindingsFigure({ id, rows, domain, when, source }: FindingsFigureProps) {
  const found = rows.map((key): Plotted => findings[key]);
  const scale: Scale = findings[rows[0]].scale;
  const caption = `${scale.words}, ${when}`;
  return (
    <figure>
      <figcaption id={`${id}-caption`}>
        {caption}. {source}. {betterWords[scale.better]}. In brackets: where the true gap probably lies.
      </figcaption>
      <ForestPlot
        id={id}
        title={caption}
        rows={found.map(({ comparison, certainty, ...finding }) => ({
          label: `against ${comparison} (${plainWords[certainty]})`,
          ...finding,
        }))}
        domain={domain}
        left="less with acupuncture"
        right="more"
        threshold={thresholdOf(scale)}
      />
      <table aria-labelledby={`${id}-caption`}>
        <thead>
          <tr>
            <th scope="col">Against</th>
            <th scope="col">Gap</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        <tbody>
          {found.map((finding) => (
            <tr>
              <th scope="row">
                {finding.comparison} <span>{studiedIn(finding)}</span>
              </th>
              <td>
                {signed(finding.estimate)}{' '}
                <span>({`${signed(finding.low)} to ${signed(finding.high)}`})</span> {gapWords(finding)}
              </td>
              <td>{ratingOf(finding)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The smallest honest form of the evidence: pain against the three comparisons, with the threshold that two of them miss. */
export function PainFigure() {
  return (
    <FindingsFigure
      id="pain"
      rows={['painVsSham', 'painVsUsualCare', 'painVsNothing']}
      domain={[-30, 10]}
      when="straight after the course"
      source="Cochrane, 2020"
    />
  );
}

const betterWords = { lower: 'Less is better', higher: 'More is better' } satisfies Record<
  Scale['better'],
  string
>;

/** Where the reviewers drew a line, it lies on the side of those who had acupuncture and did better. */
function thresholdOf({ threshold, better }: Scale) {
  if (threshold === undefined) return undefined;
  return { at: better === 'lower' ? -threshold : threshold, words: `${threshold} points` };
}

function studiedIn({ people, trials }: Plotted): string {
  return `${people.toLocaleString('en-GB')} people in ${trials} ${trials === 1 ? 'trial' : 'trials'}`;
}

/** What a gap comes to: which way it lies, and whether the reviewers counted one of its size as worthwhile. */
function gapWords(finding: Plotted): string {
  if (favouredBy(finding) === 'neither') return 'no clear difference';
  const gap = finding.estimate < 0 ? 'less' : 'more';
  const reached = reachedThreshold(finding);
  if (reached === undefined) return gap;
  return reached ? `${gap}, enough to count as worthwhile` : `${gap}, but too little to count as worthwhile`;
}

/** With a true minus sign, which lines up with figures and is read as one. */
function signed(number: number): string {
  return `${number < 0 ? '−' : ''}${Math.abs(number).toFixed(2)}`;
}
