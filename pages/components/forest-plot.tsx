import { linearScale } from './linear-scale.ts';
import { Ends, Line, Plot, plotWidth, Ticks } from './plot.tsx';

/** One comparison: a difference between two groups with its 95% interval. */
interface PlotRow {
  label: string;
  estimate: number;
  low: number;
  high: number;
  /** How many people were studied: the point's area. */
  people: number;
}

interface ForestPlotProps {
  /** Of the figure; the title and the description are found by it. */
  id: string;
  title: string;
  rows: PlotRow[];
  /** The least and the greatest difference drawn. */
  domain: readonly [number, number];
  /** A difference that the reviewers counted as worthwhile, with its words. */
  threshold?: { at: number; words: string } | undefined;
  /** What it means to lie left and right of the line of no difference. */
  left: string;
  right: string;
}

const rowHeight = 46;
const top = 24;
const side = 16;
const keyHeight = 18;

export function ForestPlot({ id, title, rows, domain, threshold, left, right }: ForestPlotProps) {
  const x = linearScale(domain, [side, plotWidth - side]);
  // The area tells the number of people.
  const most = Math.max(...rows.map(({ people }) => people));
  const radius = (people: number) => 8 * Math.sqrt(people / most);
  const bottom = top + rows.length * rowHeight;
  // In pieces, which leave room for each row's label.
  const upright = (at: number) =>
    rows.map((_, index) => `M${x(at)} ${top + index * rowHeight + 18}v20`).join('');
  const headed = (at: number, words: string) => (
    <text x={x(at)} y={12} text-anchor="middle">
      {words}
    </text>
  );
  return (
    <Plot id={id} title={title} height={bottom + 50 + (threshold ? 3 : 2) * keyHeight}>
      <Line path={upright(0)} />
      {headed(0, 'no difference')}
      {threshold && (
        <>
          <Line path={upright(threshold.at)} dashed />
          {headed(threshold.at, threshold.words)}
        </>
      )}
      {rows.map((row, index) => {
        const y = top + index * rowHeight;
        return (
          <g>
            <text x={0} y={y + 12}>
              {row.label}
            </text>
            <Line path={`M${x(row.low)} ${y + 28}H${x(row.high)}`} width={2} />
            <circle cx={x(row.estimate)} cy={y + 28} r={radius(row.people)} />
          </g>
        );
      })}
      <Ticks scale={x} count={5} y={bottom + 14} />
      <Ends y={bottom + 32} left={`← ${left}`} right={`${right} →`} />
      <Legend y={bottom + 56} threshold={threshold?.words} />
    </Plot>
  );
}

/** What each mark means, one line each. */
function Legend({ y, threshold }: { y: number; threshold: string | undefined }) {
  return (
    <>
      <circle cx={12} cy={y - 4} r={5} />
      <text x={32} y={y}>
        the result: larger for more people
      </text>
      <Line path={`M0 ${y + keyHeight - 4}h24`} width={2} />
      <text x={32} y={y + keyHeight}>
        where the true gap probably lies
      </text>
      {threshold && (
        <>
          <Line path={`M12 ${y + 2 * keyHeight - 13}v17`} dashed />
          <text x={32} y={y + 2 * keyHeight}>
            {threshold}: what counts as worthwhile
          </text>
        </>
      )}
    </>
  );
}
