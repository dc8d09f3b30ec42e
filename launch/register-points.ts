import type { OpenPoint } from './open-point.ts';
import type { LaunchFacts } from './open-points.ts';

const warnDays = 30;

/** Claims that have expired or soon will. */
export function registerPoints({ claims, today }: LaunchFacts): [string, OpenPoint[]][] {
  const soon = daysAfter(today, warnDays);
  return [
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
