import { type Asking, askAll, insert } from '../d1.ts';
import { addCopies, readCopies } from './copies.ts';

// Whoever was erased after a backup was made comes back with it, unless their tombstones are applied to it.

/** Of an older version it may have the number that its row had. */
export type Tombstone = Record<'id' | 'why' | 'by', string> & { at: number; row?: number | null };
type GoneCount = Record<'day' | 'code', string> & Record<(typeof countNames)[number], number>;

/** What a database knows of deleted enquiries. */
export interface Erased {
  tombstones: Tombstone[];
  gone: GoneCount[];
  copies: ReturnType<typeof readCopies>;
}

const countNames = ['enquiries', 'replied', 'booked', 'attended'] as const;

export function readErased(ask: Asking): Erased {
  const counts = `select day, code, ${countNames} from gone_counts order by day, code`;
  return {
    tombstones: askAll(ask, 'select * from tombstones order by id'),
    gone: askAll(ask, counts),
    copies: readCopies(ask),
  };
}

// A tombstone stands for what was received before it: the same form may have been sent again since. The trigger
// `refuse_deleted` draws the same line. An enquiry of before they had a name for their tombstone is only known to one of
// that time; the site itself holds it against the others, before its desk opens.
const under =
  'from tombstones where tombstones.id in (enquiries.id, enquiries.tombstone_id) and tombstones.at >= enquiries.received_at';
const withoutEnquiry = 'enquiry_id not in (select id from enquiries)';

/** SQL: how many enquiries are there that only the site can hold against the tombstones. */
export const notHeld = 'select count(*) as n from enquiries where tombstone_id is null';

/** SQL: how many enquiries, and histories of such, are there that a tombstone says are erased. */
export const leftOver = `select (select count(*) from enquiries where exists (select 1 ${under})) + (select count(*) from changes where ${withoutEnquiry}) as n`;

/** SQL that erases again whoever was erased. Done twice it changes nothing more. */
export function eraseAgain({ tombstones, gone, copies }: Erased): string[] {
  return [
    ...tombstones.map(
      (tombstone) =>
        `${insert('tombstones', tombstone)} on conflict (id) do update set at = excluded.at, why = excluded.why, by = excluded.by where excluded.at > tombstones.at`,
    ),
    ...removeErased,
    ...gone.map((count) => `${insert('gone_counts', count)} on conflict (day, code) do update set ${grown}`),
    ...addCopies(copies),
  ];
}

export const removeErased = [
  `delete from enquiries where exists (select 1 ${under})`,
  `delete from changes where ${withoutEnquiry}`,
];

// Each deletion was counted together with its tombstone, so the counts come from where the tombstones come from. They
// only ever grow: of two numbers for one day and campaign the larger is the later one.
const grown = countNames.map((name) => `${name} = max(gone_counts.${name}, excluded.${name})`).join(', ');
