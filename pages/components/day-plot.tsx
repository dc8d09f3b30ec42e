import { linearScale } from './linear-scale.ts';
import { Ends, Line, Plot, plotWidth } from './plot.tsx';

interface DayPlotProps {
  id: string;
  title: string;
  /** One count a day, oldest first. */
  counts: readonly number[];
  mean: number;
  first: string;
  last: string;
}

const height = 170;
const box = { left: 28, right: plotWidth - 4, top: 16, bottom: height - 24 };

/** A bar for each day, and a line at the mean. */
export function DayPlot({ id, title, counts, mean, first, last }: DayPlotProps) {
  const most = Math.max(1, ...counts);
  const y = linearScale([0, most], [box.bottom, box.top], 4);
  const step = (box.right - box.left) / counts.length;
  const gap = step > 4 ? 1 : 0;
  return (
    <Plot id={id} title={title} height={height}>
      {y
        .ticks(Math.min(4, most))
        .filter(Number.isInteger)
        .map((tick) => (
          <text x={box.left - 6} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        ))}
      {counts.map((count, day) => (
        <rect
          class="bar"
          x={box.left + day * step}
          y={y(count)}
          width={step - gap}
          height={box.bottom - y(count)}
        />
      ))}
      <Line path={`M${box.left} ${box.bottom}H${box.right}`} />
      <Line path={`M${box.left} ${y(mean)}H${box.right}`} dashed />
      <text x={box.right} y={y(mean) - 5} text-anchor="end">
        mean
      </text>
      <Ends y={height - 6} left={first} right={last} from={box.left} to={box.right} />
    </Plot>
  );
}
