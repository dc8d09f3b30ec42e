import type { Graph } from 'schema-dts';
import { clinicText } from './content/fact-words.ts';
import type { Facts } from './content/facts.ts';
import { type Source, type SourceKey, sources } from './content/sources.ts';
import { practiceName } from './practice.ts';

/** schema.org data about a page: what it is and whom it cites. It says nothing about effects. */
export function pageData(
  address: string,
  title: string,
  facts: Facts,
  cited: readonly SourceKey[],
  lastReviewed: string | undefined,
): Graph {
  const { phone, address: where } = facts;
  const place = where && clinicText(where);
  const area = where?.visits;
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
        name: practiceName(facts),
        url: home,
        ...(phone ? { telephone: phone } : {}),
        ...(place ? { address: place } : {}),
        ...(area ? { areaServed: area } : {}),
      },
    ],
  };
}
