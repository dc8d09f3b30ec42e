import { campaignWords } from '../../attribution.ts';
import { type Stage, stageNames, stages } from '../../content/stages.ts';
import { paths } from '../../paths.ts';
import { type Filter, filterQuery } from './filter.ts';

/** How many enquiries each filter would show. */
export interface FilterCounts {
  stages: ReadonlyMap<Stage, number>;
  late: number;
  campaigns: readonly { code: string; rows: number }[];
}

interface FiltersProps {
  filter: Filter;
  mistake: string | undefined;
  counts: FilterCounts;
  /** Working hours after which an enquiry has waited too long. */
  lateAfter: number;
}

/** One tap for a stage; campaign, days and search in a form whose answers end up in the address. */
export function Filters({ filter, mistake, counts, lateAfter }: FiltersProps) {
  const all = [...counts.stages.values()].reduce((sum, rows) => sum + rows, 0);
  return (
    <search>
      <ul class="chips">
        <Chip filter={filter} stage="" words="All" rows={all} />
        <Chip
          filter={filter}
          stage="late"
          words={`Waiting over ${lateAfter} working hours`}
          rows={counts.late}
        />
        {stageNames.map((stage) => (
          <Chip
            filter={filter}
            stage={stage}
            words={stages[stage].words}
            rows={counts.stages.get(stage) ?? 0}
          />
        ))}
      </ul>
      <form class="filters" method="get" action={paths.inbox}>
        {filter.stage && <input type="hidden" name="stage" value={filter.stage} />}
        <div class="field">
          <label for="q">Find a name, email, phone or reference</label>
          <input id="q" name="q" type="search" value={filter.q || undefined} autocomplete="off" />
        </div>
        <button class="button quiet" type="submit">
          Show
        </button>
        {filterQuery(filter) && <a href={paths.inbox}>Show all</a>}
        <details open={Boolean(filter.campaign || filter.from || filter.to)}>
          <summary>Campaign and days</summary>
          <div class="field">
            <label for="campaign">Campaign</label>
            <select id="campaign" name="campaign">
              <option value="">Every campaign</option>
              {campaignsWith(filter, counts).map(({ code, rows }) => (
                <option value={code} selected={code === filter.campaign}>
                  {campaignWords(code)} ({rows})
                </option>
              ))}
            </select>
          </div>
          <Day name="from" words="From" value={filter.from} mistake={mistake} />
          <Day name="to" words="To" value={filter.to} mistake={mistake} />
        </details>
        {mistake && (
          <p class="mistake" id="filter-mistake">
            <span class="hidden">Error: </span>
            {mistake}
          </p>
        )}
      </form>
    </search>
  );
}

interface ChipProps {
  filter: Filter;
  stage: Filter['stage'];
  words: string;
  rows: number;
}

function Chip({ filter, stage, words, rows }: ChipProps) {
  return (
    <li>
      <a
        href={`${paths.inbox}${filterQuery(filter, { stage })}`}
        aria-current={filter.stage === stage ? 'true' : undefined}
      >
        {words} ({rows.toLocaleString('en-GB')})
      </a>
    </li>
  );
}

interface DayProps {
  name: 'from' | 'to';
  words: string;
  value: string;
  mistake: string | undefined;
}

function Day({ name, words, value, mistake }: DayProps) {
  return (
    <div class="field">
      <label for={name}>{words}</label>
      <input
        id={name}
        name={name}
        type="date"
        value={value || undefined}
        aria-describedby={mistake && 'filter-mistake'}
        aria-invalid={mistake && 'true'}
      />
    </div>
  );
}

// The campaign that is being shown stays in the list, also when nothing of it is left.
function campaignsWith({ campaign }: Filter, { campaigns }: FilterCounts) {
  const listed = campaign === '' || campaigns.some(({ code }) => code === campaign);
  return listed ? campaigns : [...campaigns, { code: campaign, rows: 0 }];
}
