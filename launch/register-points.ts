import type { OpenPoint } from './open-point.ts';
import type { LaunchFacts } from './open-points.ts';

const warnDays = 30;

/** Claims, sources and findings that nobody has confirmed, and claims that have expired or soon will. */
export function registerPoints({ claims, sources, findings, today }: LaunchFacts): [string, OpenPoint[]][] {
  const soon = daysAfter(today, warnDays);
  const unconfirmed = (records: Readonly<Record<string, { toConfirm?: true }>>) =>
    Object.keys(records).filter((key) => records[key]?.toConfirm);
  return [
    [
      'Sources to open and read (then take out `toConfirm`)',
      [
        ...unconfirmed(sources).map((key) => ({
          words: `${key}: ${sources[key]?.title} ${sources[key]?.url}`,
          where: 'pages/content/sources.ts',
        })),
        ...unconfirmed(findings).map((key) => ({
          words: `${key}: the numbers of ${findings[key]?.source}`,
          where: 'pages/content/findings.ts',
        })),
      ],
    ],
    [
      'Titles and DOIs to look up (then take out `citationToConfirm`)',
      Object.entries(sources)
        .filter(([, { citationToConfirm }]) => citationToConfirm)
        .map(([key, { title, url }]) => ({
          words: `${key}: ${title} ${url}`,
          where: 'pages/content/sources.ts',
        })),
    ],
    [
      'Claims to compare with their sources (then take out `toConfirm`)',
      unconfirmed(claims).map((key) => ({
        words: `${key}: "${claims[key]?.text}"`,
        where: 'pages/content/claims.ts',
      })),
    ],
    [
      `Claims that have expired, or will within ${warnDays} days`,
      Object.entries(claims)
        .filter(([, { expiresOn }]) => expiresOn <= soon)
        .map(([key, { expiresOn }]) => ({
          words: `${key}: ${expiresOn <= today ? 'expired' : 'expires'} on ${expiresOn}`,
          where: 'pages/content/claims.ts',
          ...(expiresOn > today && { later: true as const }),
        })),
    ],
  ];
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
