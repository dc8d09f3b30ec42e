import type { Context } from 'hono';
import { type SourceKey, sources } from '../../../pages/content/sources.ts';
import { EvidenceListPage } from '../../../pages/desk/evidence/evidence-list-page.tsx';
import { SourcePage, type SourceProps } from '../../../pages/desk/evidence/source-page.tsx';
import type { AppEnv } from '../../http/app-env.ts';
import { checkedStatements, checksQuery } from '../../practice/comparisons.ts';
import { sourceStates } from '../../practice/source-states.ts';
import { readLatest } from '../../practice/versions.ts';

/** Every source, the most important first. */
export async function showEvidenceChecks(c: Context<AppEnv>) {
  return c.render(<EvidenceListPage states={await sourceStates(c.var.database, new Date())} />);
}

export async function showSource(c: Context<AppEnv>) {
  const source = sourceIn(c);
  return source ? sourcePage(c, source) : c.notFound();
}

export function sourceIn(c: Context<AppEnv>): SourceKey | undefined {
  const name = c.req.param('source') ?? '';
  return Object.hasOwn(sources, name) ? (name as SourceKey) : undefined;
}

type Trouble = Partial<Pick<SourceProps, 'typed' | 'mistakes' | 'problem'>>;

/** The page of one source as it is now, with what was typed when something is wrong with it. */
export async function sourcePage(c: Context<AppEnv>, source: SourceKey, trouble: Trouble = {}) {
  const { database } = c.var;
  const [checks, { facts }] = await Promise.all([checksQuery(database), readLatest(database)]);
  return c.render(
    <SourcePage
      source={source}
      statements={await checkedStatements(source, checks)}
      name={facts?.content.practitioner ?? ''}
      {...trouble}
    />,
  );
}
