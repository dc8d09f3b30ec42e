import { desc, inArray, or, sql } from 'drizzle-orm';
import type { Link } from '../../pages/desk/people/link.ts';
import type { Database } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';
import { lookedAt } from './selection.ts';

type Row = Pick<StoredEnquiry, 'id' | 'sequence' | 'reference' | 'emailToken' | 'phoneToken'>;
export type LinkedEnquiry = Row & { link: Link };

/**
 * An enquiry and every other that leads to it by email address or phone number, however many and through however many
 * others; nearest first, and those with the same email address before those with the same phone number. Empty when there
 * is no such enquiry.
 */
export async function linkedTo(database: Database, id: string): Promise<LinkedEnquiry[]> {
  const { emailToken, phoneToken, folder } = enquiries;
  const sameToken = sql`${emailToken} = reached.token or ${phoneToken} = reached.token`;
  const looked = inArray(folder, lookedAt);
  // Each token is followed once, in the database: a chain of any length is one query.
  const reached = sql`(with recursive reached (token) as (
      select ${emailToken} from ${enquiries} where ${enquiries.id} = ${id}
      union select ${phoneToken} from ${enquiries} where ${enquiries.id} = ${id}
      union select iif(side.key, ${emailToken}, ${phoneToken})
        from reached join ${enquiries} on ${sameToken} join json_each('[0,1]') as side where ${looked}
    ) select ${enquiries.id} from reached join ${enquiries} on ${sameToken})`;
  const rows = await database
    .select({
      id: enquiries.id,
      sequence: enquiries.sequence,
      reference: enquiries.reference,
      emailToken,
      phoneToken,
    })
    .from(enquiries)
    .where(sql`${looked} and ${or(sql`${enquiries.id} = ${id}`, sql`${enquiries.id} in ${reached}`)}`)
    .orderBy(desc(enquiries.receivedAt), desc(enquiries.sequence));
  return inOrder(id, rows);
}

/** Nearest first, each with the one through which it was found. */
function inOrder(id: string, rows: readonly Row[]): LinkedEnquiry[] {
  const first = rows.find((row) => row.id === id);
  if (!first) return [];
  const byToken = Map.groupBy(
    rows.flatMap((row) => tokensOf(row).map((token) => ({ token, row }))),
    ({ token }) => token,
  );
  const found = new Map<string, LinkedEnquiry>([[id, { ...first, link: { same: 'itself' } }]]);
  // A Map goes on to what was added while it was gone through.
  for (const from of found.values()) {
    for (const token of tokensOf(from)) {
      for (const { row } of byToken.get(token) ?? []) {
        if (found.has(row.id)) continue;
        const through = from.id === id ? undefined : from.reference;
        found.set(row.id, { ...row, link: { same: sameness(from, row), through } });
      }
      byToken.delete(token);
    }
  }
  return [...found.values()];
}

function tokensOf({ emailToken, phoneToken }: Row): string[] {
  return [emailToken, phoneToken].flatMap((token) => token ?? []);
}

/** What two enquiries have in common that have something in common. */
export function sameness(one: Pick<Row, 'emailToken' | 'phoneToken'>, other: typeof one) {
  const byEmail = one.emailToken !== null && one.emailToken === other.emailToken;
  const byPhone = one.phoneToken !== null && one.phoneToken === other.phoneToken;
  if (byEmail && byPhone) return 'email and phone';
  return byEmail ? 'email' : 'phone';
}
