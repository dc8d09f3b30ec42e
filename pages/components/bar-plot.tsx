import { linearScale } from './linear-scale.ts';
import { Ends, Plot, plotWidth } from './plot.tsx';

interface BarPlotProps {
  id: string;
  title: string;
  bars: readonly { label: string; count: number }[];
}

const rowHeight = 42;

/** Lying bars from one line, each with its words above it. */
export function BarPlot({ id, title, bars }: BarPlotProps) {
  const x = linearScale([0, Math.max(1, ...bars.map(({ count }) => count))], [0, plotWidth]);
  return (
    <Plot id={id} title={title} height={bars.length * rowHeight}>
      {bars.map(({ label, count }, row) => (
        <g>
          <Ends
            y={row * rowHeight + 16}
            left={label.length > 28 ? `${label.slice(0, 27)}…` : label}
            right={count}
          />
          <rect class="bar" x={0} y={row * rowHeight + 22} width={Math.max(1, x(count))} height={12} />
        </g>
      ))}
    </Plot>
  );
}
