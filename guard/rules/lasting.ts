import { anyOf } from '../any-of.ts';
import type { Rule } from '../rule.ts';

/** Promises about how long. */
export const lasting: readonly Rule[] = [
  {
    name: 'permanent',
    words: anyOf([
      'permanent(?:ly)?',
      'once and for all',
      'for ever',
      'forever',
      String.raw`(?<!\bis\s)(?<!\bare\s)for good(?! (?:reasons?|measure|communication))`,
      'lifelong (?:relief|results|freedom)',
      "(?:never|won't|will not|doesn't) (?:ever )?(?:come|comes|coming|return|returns)(?: back)?",
      '(?:rest|remainder) of your life',
      'irreversibl[ey]',
    ]),
    otherwise: anyOf([
      String.raw`permanent(?:ly)? (?:damage|damaged|injur\w+|harm|disab\w+|nerve|numbness|mark|staff)`,
      '(?:people|patients|some|many) never (?:come|return)',
    ]),
    why: 'No lasting effect has been shown; the trials measured soon after treatment.',
    instead: 'Say "short-term", or say plainly that no permanent fix is known.',
  },
  {
    name: 'lasting relief',
    words: anyOf([
      String.raw`(?:long[ -]?)?(?:lasting|long[ -]term|longer[ -]term|enduring|sustained|durable|continued|ongoing) (?:\w+ ){0,2}?(?:relief|results?|effects?|benefits?|change|changes|difference|improvements?|solutions?|fix|comfort|recovery|answer|remedy|freedom|release)`,
      '(?:relief|results?|effects?|benefits?|improvements?|difference|comfort|gains?) (?:that |which |will |can |could |should |may |really |to )*(?:lasts?|lasted|lasting|endures?|stays?|holds?|persists?|continues?|keeps? going|go(?:es)? on)',
      String.raw`(?:relief|results?|benefits?|improvements?) for (?:\w+ )?(?:months|years)`,
      '(?:lasts?|lasted|holds?|stays?) (?:for )?(?:many |several |up to )?(?:months|years|a (?:year|lifetime)|the long (?:term|run))',
    ]),
    otherwise: anyOf([
      '(?:pain|ache) (?:(?:that|which|has|had|may|can|will|often|usually|only) ){0,3}(?:lasts?|lasted|lasting|stays?|persists?)',
      String.raw`(?:unwanted|side)[ -]effects?\b[^.]*\blast`,
    ]),
    why: 'Without "short-term" readers take an effect to last (ASA, Mannion, 2017), and no lasting one has been shown.',
    instead:
      'Say "short-term relief", or report the limit: not measured beyond 7 days after the last session.',
  },
];
