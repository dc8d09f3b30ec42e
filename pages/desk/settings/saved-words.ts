import { earlierRelease } from '../../content/settings.ts';
import { londonTime } from '../../london-time.ts';

export interface Saved {
  by: string;
  at: Date;
}

/** Who saved settings, and when. What a deploy carried over counts from the beginning: its date says nothing. */
export function savedWords({ by, at }: Saved): string {
  return by === earlierRelease
    ? 'They come from an earlier release.'
    : `Last saved on ${londonTime(at)} (London) by ${by}.`;
}

/** Which settings, after "those". */
export function whichWords({ by, at }: Saved): string {
  return by === earlierRelease ? 'from an earlier release' : `of ${londonTime(at)}`;
}
