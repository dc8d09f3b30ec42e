import { ratingOf } from '../content/certainty.ts';
import type { Finding, Scale } from '../content/findings.ts';
import { type FindingKey, findings } from '../content/sources.ts';
import { ForestPlot } from './forest-plot.tsx';

type Findings = typeof findings;
type Plotted = Finding & { estimate: number; people: number; trials: number; comparison: string };

/** A finding with everything a row of the plot and its table show. */
type PlottedKey = { [Key in FindingKey]: Findings[Key] extends Plotted ? Key : never }[FindingKey];

interface FindingsFigureProps {
  id: string;
  /** Findings on one scale, in the order they are drawn. */
  rows: readonly [PlottedKey, ...PlottedKey[]];
  /** The least and the greatest difference drawn. */
  domain: readonly [number, number];
  /** When it was measured, if the text beside it does not say so. */
  when?: string;
  /** What a reader of the table should know first, and how to read it. */
  source?: string;
  note?: string;
}

/** A forest plot with the same numbers as a table beneath it, there for everyone. */
export function FindingsFigure({ id, rows, domain, when, source, note }: FindingsFigureProps) {
  const found = rows.map((key) => findings[key]);
  const scale: Scale = findings[rows[0]].scale;
  const caption = when ? `${scale.words}, ${when}` : scale.words;
  const sentences = [`${caption}.`, source, `${betterWords[scale.better]}.`, note, thresholdSentence(scale)];
  return (
    <figure>
      <ForestPlot
        id={id}
        title={caption}
        rows={found.map(({ comparison, ...finding }) => ({ label: `against ${comparison}`, ...finding }))}
        domain={domain}
        left="less with acupuncture"
        right="more"
        threshold={thresholdOf(scale)}
      />
      <table>
        <caption>{sentences.filter(Boolean).join(' ')}</caption>
        <thead>
          <tr>
            <th scope="col">Against</th>
            <th scope="col">Gap</th>
            <th scope="col">People</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ people, trials, ...finding }) => (
            <tr>
              <th scope="row">{finding.comparison}</th>
              <td>
                {signed(finding.estimate)}{' '}
                <span>({`${signed(finding.low)} to ${signed(finding.high)}`})</span>
              </td>
              <td>
                {people.toLocaleString('en-GB')}{' '}
                <span>{trials === 1 ? 'in 1 trial' : `in ${trials} trials`}</span>
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
      when="within a week of the last session"
      source="Cochrane, 2020."
      note="In brackets: where the true gap probably lies."
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
  return { at: better === 'lower' ? -threshold : threshold, words: `${threshold}: worthwhile` };
}

function thresholdSentence({ threshold }: Scale): string | undefined {
  return threshold === undefined
    ? undefined
    : `The reviewers counted a gap of ${threshold} points as worthwhile.`;
}

/** With a true minus sign, which lines up with figures and is read as one. */
function signed(number: number): string {
  return `${number < 0 ? '−' : ''}${Math.abs(number).toFixed(2)}`;
}
