import type { Child } from 'hono/jsx';

/** Below that a mean or a share says more about chance than about the practice. */
export const fewest = 10;

interface SectionProps {
  title: string;
  /** How many there are of what is counted. */
  enough: number;
  counted?: string;
  words?: string;
  children: Child[];
}

/** A heading with a plot and its table. Without enough numbers only the table, which comes last, is shown. */
export function Section({ title, enough, counted = 'enquiries', words, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      {enough < fewest ? (
        <p>
          Not enough yet: {enough} {counted}. The plot appears at {fewest}.
        </p>
      ) : (
        words && <p>{words}</p>
      )}
      <figure>{enough < fewest ? children.at(-1) : children}</figure>
    </section>
  );
}

interface TableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export function Table({ caption, heads, rows }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      {heads.some(Boolean) && (
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr>
            <th scope="row">{first}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
