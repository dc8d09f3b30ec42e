import type { Child } from 'hono/jsx';

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
