import { scaleLinear, scaleSqrt } from 'd3-scale';
import { Plot, plotWidth } from './plot.tsx';

/** One comparison: a difference between two groups with its 95% interval. */
export interface PlotRow {
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
  mark?: { at: number; words: string };
  /** What it means to lie left and right of the line of no difference. */
  left: string;
  right: string;
}

const rowHeight = 46;
const top = 24;
const side = 16;

/** A forest plot as SVG, drawn in the text's own colour so that dark mode, forced colours and paper all show it. */
export function ForestPlot({ id, title, rows, domain, mark, left, right }: ForestPlotProps) {
  const x = scaleLinear(domain, [side, plotWidth - side]);
  const radius = scaleSqrt([0, Math.max(...rows.map(({ people }) => people))], [0, 8]);
  const bottom = top + rows.length * rowHeight;
  return (
    <Plot id={id} title={title} height={bottom + 44}>
      <path d={`M${x(0)} ${top - 6}V${bottom + 6}`} stroke="currentColor" />
      <text x={x(0)} y={12} text-anchor="middle">
        no difference
      </text>
      {mark && <Mark at={x(mark.at)} words={mark.words} bottom={bottom} />}
      {rows.map((row, index) => {
        const y = top + index * rowHeight;
        return (
          <g>
            <text x={0} y={y + 14}>
              {row.label}
            </text>
            <path d={`M${x(row.low)} ${y + 28}H${x(row.high)}`} stroke="currentColor" stroke-width="2" />
            <circle cx={x(row.estimate)} cy={y + 28} r={radius(row.people)} />
          </g>
        );
      })}
      {x.ticks(5).map((tick) => (
        <text x={x(tick)} y={bottom + 20} text-anchor="middle">
          {tick < 0 ? `−${-tick}` : tick}
        </text>
      ))}
      <text x={0} y={bottom + 38}>
        ← {left}
      </text>
      <text x={plotWidth} y={bottom + 38} text-anchor="end">
        {right} →
      </text>
    </Plot>
  );
}

function Mark({ at, words, bottom }: { at: number; words: string; bottom: number }) {
  return (
    <>
      <path d={`M${at} ${top - 6}V${bottom + 6}`} stroke="currentColor" stroke-dasharray="4 3" />
      <text x={at} y={12} text-anchor="middle">
        {words}
      </text>
    </>
  );
}
