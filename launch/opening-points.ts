import { type Facts, factLabels, factPlace, requiredFacts } from '../pages/content/facts.ts';
import { type ActName, actNames, acts } from '../pages/content/opening.ts';
import { promiseNames } from '../pages/content/promises.ts';
import { type SourceKey, sources } from '../pages/content/sources.ts';
import type { OpeningPoint } from '../pages/desk/opening/opening-page.tsx';
import { href, paths } from '../pages/paths.ts';

/** A source, and how many statements on its authority are still to be compared. */
export interface Uncompared {
  source: SourceKey;
  left: number;
}

/** What a site knows about itself when somebody asks whether it may open. */
export interface OpeningState {
  facts: Facts;
  /** What would be published now. */
  draft: Facts;
  /** Sources of red flags and of advice that nobody has held the pages against. */
  uncompared: readonly Uncompared[];
  /** What a person has said is done. */
  done: ReadonlySet<ActName>;
  /** Somebody whom Access vouched for has opened the desk. */
  deskSeen: boolean;
  backupMade: boolean;
}

/** What is still missing before the site may open, most important first. None: it may. */
export function openingPoints(state: OpeningState): OpeningPoint[] {
  return [
    ...unpublished(state),
    ...missingFacts(state),
    ...state.uncompared.map(comparison),
    ...unanswered(state),
    ...undone(state, ['keys', 'testMail']),
    ...(state.deskSeen ? [] : [helpers('Open the desk through Cloudflare Access', `${paths.opening}#desk`)]),
    ...(state.backupMade ? [] : [helpers('Make a backup: npm run backup', `${paths.opening}#backup`)]),
    ...undone(state, ['agreement', 'processingRecord', 'complaintsLog']),
  ];
}

function yours(words: string, where: string): OpeningPoint {
  return { words, where, whose: 'you' };
}

function helpers(words: string, where: string): OpeningPoint {
  return { words, where, whose: 'helper' };
}

function comparison({ source, left }: Uncompared): OpeningPoint {
  const count = left === 1 ? '1 statement' : `${left} statements`;
  const words = `Compare with its source: ${sources[source].title} (${count} left)`;
  return yours(words, href(paths.evidenceOf, { source }));
}

type Told = Pick<OpeningState, 'facts' | 'draft'>;

/** What only has to be published need not be told one by one. */
function unpublished({ facts, draft }: Told): OpeningPoint[] {
  const isWaiting =
    requiredFacts.some((name) => facts[name] === undefined && draft[name] !== undefined) ||
    promiseNames.some((name) => !facts.promises?.[name] && draft.promises?.[name]);
  return isWaiting ? [yours('Publish your draft', `${paths.practice}#draft`)] : [];
}

function missingFacts({ facts, draft }: Told): OpeningPoint[] {
  return requiredFacts
    .filter((name) => facts[name] === undefined && draft[name] === undefined)
    .map((name) => yours(`Give and publish: ${factLabels[name]}`, factPlace(name)));
}

function unanswered({ facts, draft }: Told): OpeningPoint[] {
  const open = promiseNames.filter((name) => !facts.promises?.[name] && !draft.promises?.[name]);
  if (open.length === 0) return [];
  const words = `Say how you work: ${open.length} of ${promiseNames.length} sentences have no answer`;
  return [yours(words, factPlace('promises'))];
}

function undone({ done }: OpeningState, names: readonly ActName[]): OpeningPoint[] {
  return actNames
    .filter((name) => names.includes(name) && !done.has(name))
    .map((name) => ({ words: acts[name].words, where: `${paths.opening}#${name}`, whose: acts[name].whose }));
}
