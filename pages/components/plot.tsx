import type { Child } from 'hono/jsx';
import type { LinearScale } from './linear-scale.ts';

// In user units, which are CSS pixels on a screen 320 wide: text of 13 stays readable there.
export const plotWidth = 320;

interface PlotProps {
  /** Of the figure; the title and the description are found by it. */
  id: string;
  title: string;
  height: number;
  children: Child;
}

/** A drawing in the text's own colour, so that dark mode, forced colours and paper all show it. A table goes with it. */
export function Plot({ id, title, height, children }: PlotProps) {
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${plotWidth} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      fill="currentColor"
      font-size="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>The same numbers are in the table below.</desc>
      {children}
    </svg>
  );
}

interface TicksProps {
  scale: LinearScale;
  /** About how many; the scale picks round numbers. */
  count: number;
  y: number;
  /** Stands at the last tick, which then ends where the plot does. */
  unit?: string;
}

/** The numbers of an axis that lies. */
export function Ticks({ scale, count, y, unit }: TicksProps) {
  return (
    <>
      {scale.ticks(count).map((tick, place, all) => {
        const bearsUnit = unit !== undefined && place === all.length - 1;
        return (
          <text x={scale(tick)} y={y} text-anchor={bearsUnit ? 'end' : 'middle'}>
            {tick < 0 ? `−${-tick}` : tick}
            {bearsUnit && ` ${unit}`}
          </text>
        );
      })}
    </>
  );
}

/** Words at both ends of a line, from edge to edge unless the plot says otherwise. */
export function Ends(props: { y: number; left: Child; right: Child; from?: number; to?: number }) {
  const { y, left, right, from = 0, to = plotWidth } = props;
  return (
    <>
      <text x={from} y={y}>
        {left}
      </text>
      <text x={to} y={y} text-anchor="end">
        {right}
      </text>
    </>
  );
}

/** A line along `path`; dashed where it is no axis but something to compare with. */
export function Line({ path, width, dashed }: { path: string; width?: number; dashed?: boolean }) {
  return (
    <path
      d={path}
      stroke="currentColor"
      {...(width && { 'stroke-width': width })}
      {...(dashed && { 'stroke-dasharray': '4 3' })}
    />
  );
}
