import { scaleLinear } from 'd3-scale';
import { Plot, plotWidth } from './plot.tsx';

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
  const x = scaleLinear([0, Math.max(1, range[1])], [side, plotWidth - 4]).nice(4);
  return (
    <Plot id={id} title={title} height={74}>
      <path d={`M${x(range[0])} ${middle}H${x(range[1])}`} stroke="currentColor" />
      <rect
        class="bar"
        x={x(middleHalf[0])}
        y={middle - 12}
        width={Math.max(2, x(middleHalf[1]) - x(middleHalf[0]))}
        height={24}
      />
      <path d={`M${x(median)} ${middle - 18}v36`} stroke="currentColor" stroke-width="3" />
      {x.ticks(4).map((tick, place, all) => (
        <text x={x(tick)} y={68} text-anchor={place === all.length - 1 ? 'end' : 'middle'}>
          {tick}
          {place === all.length - 1 && ` ${unit}`}
        </text>
      ))}
    </Plot>
  );
}
