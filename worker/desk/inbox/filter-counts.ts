import { count, desc } from 'drizzle-orm';
import { noCampaign } from '../../../pages/attribution.ts';
import { type Filter, noFilter } from '../../../pages/desk/inbox/filter.ts';
import type { FilterCounts } from '../../../pages/desk/inbox/filter-form.tsx';
import type { Database } from '../../database/client.ts';
import { enquiries } from '../../database/tables.ts';
import { campaign, type Selection, selected } from '../../enquiries/selection.ts';

const mostCampaigns = 50;

/** How many enquiries each filter would show, the others left as they are. */
export async function countFilters(
  database: Database,
  selection: Selection & { filter: Filter },
): Promise<FilterCounts> {
  const without = (...names: (keyof Filter)[]) => {
    const cleared = Object.fromEntries(names.map((name) => [name, noFilter[name]]));
    return selected({ ...selection, filter: { ...selection.filter, ...cleared } });
  };
  const late = selected({ ...selection, filter: { ...selection.filter, stage: 'late' } });
  const [stages, lateCount, campaigns] = await Promise.all([
    database
      .select({ stage: enquiries.stage, rows: count() })
      .from(enquiries)
      .where(without('stage'))
      .groupBy(enquiries.stage),
    database.$count(enquiries, late),
    database
      .select({ code: campaign, rows: count() })
      .from(enquiries)
      .where(without('campaign'))
      .groupBy(campaign)
      .orderBy(desc(count()))
      .limit(mostCampaigns),
  ]);
  return {
    stages: new Map(stages.map(({ stage, rows }) => [stage, rows])),
    late: lateCount,
    campaigns: campaigns.map(({ code, rows }) => ({ code: code ?? noCampaign, rows })),
  };
}
