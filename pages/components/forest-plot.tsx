import { scaleLinear, scaleSqrt } from 'd3-scale';
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

export function ForestPlot({ id, title, rows, domain, threshold, left, right }: ForestPlotProps) {
  const x = scaleLinear(domain, [side, plotWidth - side]);
  const radius = scaleSqrt([0, Math.max(...rows.map(({ people }) => people))], [0, 8]);
  const bottom = top + rows.length * rowHeight;
  const upright = (at: number) => `M${x(at)} ${top - 6}V${bottom + 6}`;
  const headed = (at: number, words: string) => (
    <text x={x(at)} y={12} text-anchor="middle">
      {words}
    </text>
  );
  return (
    <Plot id={id} title={title} height={bottom + 44}>
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
            <text x={0} y={y + 14}>
              {row.label}
            </text>
            <Line path={`M${x(row.low)} ${y + 28}H${x(row.high)}`} width={2} />
            <circle cx={x(row.estimate)} cy={y + 28} r={radius(row.people)} />
          </g>
        );
      })}
      <Ticks scale={x} count={5} y={bottom + 20} />
      <Ends y={bottom + 38} left={`← ${left}`} right={`${right} →`} />
    </Plot>
  );
}
