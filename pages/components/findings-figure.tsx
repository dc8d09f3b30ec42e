import { findings } from '../content/findings.ts';
import { type functionRows, painRows } from '../content/studies.ts';
import { ForestPlot } from './forest-plot.tsx';

type RowKey = (typeof painRows)[number] | (typeof functionRows)[number];

interface FindingsFigureProps {
  id: string;
  caption: string;
  rows: readonly RowKey[];
  domain: readonly [number, number];
  /** What the numbers are, for the head of their column. */
  unit: string;
  mark?: { at: number; words: string };
  /** A sentence that says how to read it. */
  note: string;
}

/** A forest plot with the same numbers as a table beneath it, there for everyone. */
export function FindingsFigure({ id, caption, rows, domain, unit, mark, note }: FindingsFigureProps) {
  const found = rows.map((key) => findings[key]);
  return (
    <figure>
      <ForestPlot
        id={id}
        title={caption}
        rows={found.map(({ comparison, ...finding }) => ({ label: `against ${comparison}`, ...finding }))}
        domain={domain}
        left="less with acupuncture"
        right="more"
        {...(mark ? { mark } : {})}
      />
      <table>
        <caption>
          {caption}. {note}
        </caption>
        <thead>
          <tr>
            <th scope="col">Against</th>
            <th scope="col">{unit}</th>
            <th scope="col">People</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ comparison, estimate, low, high, people, trials, certainty }) => (
            <tr>
              <th scope="row">{comparison}</th>
              <td>
                {signed(estimate)} <span>({`${signed(low)} to ${signed(high)}`})</span>
              </td>
              <td>
                {people.toLocaleString('en-GB')} <span>in {trials} trials</span>
              </td>
              <td>{certainty}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** The smallest honest form of the evidence: pain against the three comparisons, with the mark that two of them miss. */
export function PainFigure() {
  return (
    <FindingsFigure
      id="pain"
      caption="Points of pain, out of 100, within a week of the last session"
      rows={painRows}
      domain={[-30, 10]}
      unit="Gap"
      mark={{ at: -15, words: '15: worthwhile' }}
      note="Cochrane, 2020. Less is better. In brackets: where the true gap probably lies. The reviewers counted a gap of 15 points as worthwhile."
    />
  );
}

/** With a true minus sign, which lines up with figures and is read as one. */
function signed(number: number): string {
  return `${number < 0 ? '−' : ''}${Math.abs(number).toFixed(2)}`;
}
