import { checkedNote } from '../content/citations.ts';
import type { ClaimKey } from '../content/claims.ts';
import { type Source, type SourceKey, sources } from '../content/sources.ts';

interface ReferencesProps {
  references: readonly SourceKey[];
  /** What rests on them: it says when they were last checked. */
  claims: readonly ClaimKey[];
}

/** The numbered list that the citations lead to. */
export function References({ references, claims }: ReferencesProps) {
  const note = checkedNote(claims);
  return (
    <>
      {note && <p>{note}</p>}
      <ol class="sources">
        {references.map((key, index) => {
          const { authors, title, url, ...source }: Source = sources[key];
          return (
            <li id={`source-${index + 1}`}>
              {authors}. <cite>{title}</cite>. {sourceName(source)}. <a href={url}>{address(url)}</a>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** "BMJ, 2006"; a page that carries no year goes by the year it was read. */
export function sourceName({ journal, year, checkedOn }: Pick<Source, 'journal' | 'year' | 'checkedOn'>) {
  return year ? `${journal}, ${year}` : `${journal}, read in ${checkedOn.slice(0, 4)}`;
}

/** An address as it is printed: a DOI by its name, a page without the scheme. */
function address(url: string): string {
  return url
    .replace('https://doi.org/', 'doi:')
    .replace(/^https:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
}
