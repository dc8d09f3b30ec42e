import { type Facts, factLabels, factPlace, requiredFacts } from '../pages/content/facts.ts';
import { type ActName, actNames, acts } from '../pages/content/opening.ts';
import { promiseNames } from '../pages/content/promises.ts';
import { type SourceKey, sources } from '../pages/content/sources.ts';
import type { OpeningPoint } from '../pages/desk/opening/opening-page.tsx';
import { href, paths } from '../pages/paths.ts';

/** What a site knows about itself when somebody asks whether it may open. */
export interface OpeningState {
  facts: Facts;
  /** Sources of red flags and of advice that nobody has held the pages against. */
  uncompared: readonly SourceKey[];
  /** What a person has said is done. */
  done: ReadonlySet<ActName>;
  /** Somebody whom Access vouched for has opened the desk. */
  deskSeen: boolean;
  backupMade: boolean;
}

/** What is still missing before the site may open, most important first. None: it may. */
export function openingPoints(state: OpeningState): OpeningPoint[] {
  return [
    ...missingFacts(state.facts),
    ...state.uncompared.map((source) => ({
      words: `Compare with its source: ${sources[source].title}`,
      where: href(paths.evidenceOf, { source }),
    })),
    ...unanswered(state.facts),
    ...undone(state, ['keys', 'testMail']),
    ...(state.deskSeen
      ? []
      : [{ words: 'Open the desk through Cloudflare Access', where: `${paths.opening}#desk` }]),
    ...(state.backupMade
      ? []
      : [{ words: 'Make a backup: npm run backup', where: `${paths.opening}#backup` }]),
    ...undone(state, ['agreement', 'processingRecord', 'complaintsLog']),
  ];
}

function missingFacts(facts: Facts): OpeningPoint[] {
  return requiredFacts
    .filter((name) => facts[name] === undefined)
    .map((name) => ({ words: `Give and publish: ${factLabels[name]}`, where: factPlace(name) }));
}

function unanswered({ promises = {} }: Facts): OpeningPoint[] {
  const open = promiseNames.filter((name) => promises[name] === undefined);
  if (open.length === 0) return [];
  const words = `Say how you work: ${open.length} of ${promiseNames.length} sentences have no answer`;
  return [{ words, where: factPlace('promises') }];
}

function undone({ done }: OpeningState, names: readonly ActName[]): OpeningPoint[] {
  return actNames
    .filter((name) => names.includes(name) && !done.has(name))
    .map((name) => ({ words: acts[name].words, where: `${paths.opening}#${name}` }));
}
