import type { FactGroup } from '../../../pages/content/fact-forms/fact-groups.ts';
import { type Facts, factGroups, factsSchema } from '../../../pages/content/facts.ts';

/** The facts of a group, so that a form that was opened with others is known, and what it has changed. */
export function writeSeen(group: FactGroup, facts: Facts): string {
  const json = JSON.stringify(Object.fromEntries(factGroups[group].map((name) => [name, facts[name]])));
  return Buffer.from(json).toString('base64url');
}

/** The facts that a form was opened with; undefined of what no form of ours says. */
export function readSeen(seen: string): Facts | undefined {
  try {
    return factsSchema.parse(JSON.parse(Buffer.from(seen, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
