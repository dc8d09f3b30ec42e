import { scaleLinear } from 'd3-scale';

export interface Bar {
  label: string;
  count: number;
  /** What stands at the bar's end: the count, when nothing else is given. */
  words?: string;
}

const width = 320;
const rowHeight = 42;

/** Lying bars from one line, each with its words above it. */
export function BarPlot({ id, title, bars }: { id: string; title: string; bars: readonly Bar[] }) {
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ count }) => count))], [0, width]);
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      fill="currentColor"
      font-size="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>The same numbers are in the table below.</desc>
      {bars.map(({ label, count, words }, row) => (
        <g>
          <text x={0} y={row * rowHeight + 16}>
            {label.length > 28 ? `${label.slice(0, 27)}…` : label}
          </text>
          <text x={width} y={row * rowHeight + 16} text-anchor="end">
            {words ?? count}
          </text>
          <rect class="bar" x={0} y={row * rowHeight + 22} width={Math.max(1, x(count))} height={12} />
        </g>
      ))}
    </svg>
  );
}
