import { linearScale } from './linear-scale.ts';
import { Line, Plot, plotWidth, Ticks } from './plot.tsx';

interface SpreadPlotProps {
  id: string;
  title: string;
  median: number;
  middleHalf: readonly [number, number];
  range: readonly [number, number];
  unit: string;
}

const side = 14;
const middle = 26;

/** A box for the middle half of the numbers, a line at the median, whiskers to the least and the most. */
export function SpreadPlot({ id, title, median, middleHalf, range, unit }: SpreadPlotProps) {
  const x = linearScale([0, Math.max(1, range[1])], [side, plotWidth - 4], 4);
  return (
    <Plot id={id} title={title} height={74}>
      <Line path={`M${x(range[0])} ${middle}H${x(range[1])}`} />
      <rect
        class="bar"
        x={x(middleHalf[0])}
        y={middle - 12}
        width={Math.max(2, x(middleHalf[1]) - x(middleHalf[0]))}
        height={24}
      />
      <Line path={`M${x(median)} ${middle - 18}v36`} width={3} />
      <Ticks scale={x} count={4} y={68} unit={unit} />
    </Plot>
  );
}
