import { isBlank, practice } from './content/practice.ts';
import { sources } from './content/sources.ts';

/** schema.org data about the landing page: what it is and whom it cites. It says nothing about effects. */
export function landingData(address: string, title: string) {
  const { phone, address: place } = practice;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'MedicalWebPage',
        '@id': `${address}#page`,
        url: address,
        name: title,
        inLanguage: 'en-GB',
        lastReviewed: lastChecked(),
        publisher: { '@id': `${address}#practice` },
        citation: Object.values(sources).map(({ title: name, url, year }) => ({
          '@type': 'CreativeWork',
          name,
          url,
          datePublished: String(year),
        })),
      },
      {
        '@type': 'LocalBusiness',
        '@id': `${address}#practice`,
        name: practice.name,
        url: address,
        ...(isBlank(phone) ? {} : { telephone: phone }),
        ...(isBlank(place) ? {} : { address: place }),
      },
    ],
  };
}

/** The day the sources were last checked: the oldest of their days, so that it claims no more than is true. */
export function lastChecked(): string {
  const [first = ''] = Object.values(sources)
    .map(({ checkedOn }): string => checkedOn)
    .sort();
  return first;
}
