import { sources } from '../pages/content/sources.ts';
import { plain } from './sentences.ts';

const titles = Object.values(sources)
  .map(({ title }) => plain(title))
  // A one-word title is not recognisable as one.
  .filter((title) => title.includes(' '))
  .sort((one, other) => other.length - one.length);

/** A text without the titles of the sources in it: what a paper is called is not for us to word. */
export function withoutTitles(text: string): string {
  return titles.reduce((rest, title) => rest.replaceAll(title, '…'), text);
}
