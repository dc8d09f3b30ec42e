import type { Graph } from 'schema-dts';
import { isBlank, practice } from './content/practice.ts';
import { type IsoDate, type Source, type SourceKey, sources } from './content/sources.ts';

/** schema.org data about a page: what it is and whom it cites. It says nothing about effects. */
export function pageData(
  address: string,
  title: string,
  cited: readonly SourceKey[],
  lastReviewed: IsoDate | undefined,
): Graph {
  const { phone, address: place } = practice;
  const home = new URL('/', address).href;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'MedicalWebPage',
        '@id': `${address}#page`,
        url: address,
        name: title,
        inLanguage: 'en-GB',
        ...(lastReviewed ? { lastReviewed } : {}),
        publisher: { '@id': `${home}#practice` },
        citation: cited.map((key) => {
          const { title: name, url, year }: Source = sources[key];
          return { '@type': 'CreativeWork', name, url, ...(year ? { datePublished: String(year) } : {}) };
        }),
      },
      {
        '@type': 'LocalBusiness',
        '@id': `${home}#practice`,
        name: practice.name,
        url: home,
        ...(isBlank(phone) ? {} : { telephone: phone }),
        ...(isBlank(place) ? {} : { address: place }),
      },
    ],
  };
}
