import { type Source, type SourceKey, sources } from '../content/sources.ts';
import { longDate } from '../london-time.ts';
import { usePractice } from '../practice.ts';

/** The numbered list that the citations lead to, with who compared what with them, and when. */
export function References({ references }: { references: readonly SourceKey[] }) {
  const { comparisons } = usePractice();
  return (
    <ol class="sources">
      {references.map((key, index) => {
        const { authors, title, url }: Source = sources[key];
        const compared = comparisons[key];
        return (
          <li id={`source-${index + 1}`}>
            {authors}. <cite>{title}</cite>. <SourceName of={key} />. <a href={url}>{address(url)}</a>
            {compared && ` Compared with the source by ${compared.by} ${daysWords(compared)}.`}
          </li>
        );
      })}
    </ol>
  );
}

function daysWords({ from, to }: { from: string; to: string }): string {
  return from === to ? `on ${longDate(to)}` : `between ${longDate(from)} and ${longDate(to)}`;
}

/** "BMJ, 2006"; a page that carries no year goes by the year in which it was compared, if it was. */
export function SourceName({ of: key }: { of: SourceKey }) {
  const { journal, year }: Source = sources[key];
  const { to } = usePractice().comparisons[key] ?? {};
  if (year) return <>{`${journal}, ${year}`}</>;
  return <>{to ? `${journal}, read in ${to.slice(0, 4)}` : journal}</>;
}

/** An address as it is printed: a DOI by its name, a page without the scheme. */
function address(url: string): string {
  return url
    .replace('https://doi.org/', 'doi:')
    .replace(/^https:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
}
