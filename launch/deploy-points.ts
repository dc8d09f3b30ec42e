import { type ConfigFacts, configPoints } from './config-points.ts';
import type { OpenPoint } from './open-point.ts';

interface DeployFacts extends ConfigFacts {
  /** Whether somebody gave the last six characters of the newest key back; undefined when nobody was asked. */
  keyKept: boolean | undefined;
}

/** What only a deploy can see, in groups with a heading each; the rest is asked at the desk, before the site opens. */
export function deployPoints(facts: DeployFacts): ReadonlyMap<string, readonly OpenPoint[]> {
  return new Map([...configPoints(facts), ['The key', keyPoints(facts.keyKept)]]);
}

function keyPoints(kept: boolean | undefined): OpenPoint[] {
  const where = 'npm run deploy -- --key-ends ……';
  if (kept) return [];
  return [
    kept === undefined
      ? { words: 'Give back the last six characters of the sealing key, from your password manager', where }
      : {
          words: 'That is not how the sealing key ends: is it really in your password manager?',
          where,
          losesEnquiries: true,
        },
  ];
}
