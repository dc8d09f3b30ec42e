import { scaleLinear } from 'd3-scale';
import { Plot, plotWidth } from './plot.tsx';

export interface Bar {
  label: string;
  count: number;
  /** What stands at the bar's end: the count, when nothing else is given. */
  words?: string;
}

const rowHeight = 42;

/** Lying bars from one line, each with its words above it. */
export function BarPlot({ id, title, bars }: { id: string; title: string; bars: readonly Bar[] }) {
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ count }) => count))], [0, plotWidth]);
  return (
    <Plot id={id} title={title} height={bars.length * rowHeight}>
      {bars.map(({ label, count, words }, row) => (
        <g>
          <text x={0} y={row * rowHeight + 16}>
            {label.length > 28 ? `${label.slice(0, 27)}…` : label}
          </text>
          <text x={plotWidth} y={row * rowHeight + 16} text-anchor="end">
            {words ?? count}
          </text>
          <rect class="bar" x={0} y={row * rowHeight + 22} width={Math.max(1, x(count))} height={12} />
        </g>
      ))}
    </Plot>
  );
}
