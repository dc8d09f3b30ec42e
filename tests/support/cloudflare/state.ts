import type { Account } from './account.ts';
import type { Faults } from './faults.ts';

// What the whole stand-in knows, beside what each account holds.

/** What a token may be refused: one part of the API. */
export type Product = 'd1' | 'queues' | 'workers' | 'zones' | 'memberships' | 'user';

/** One line of the log. Never a body. */
export interface Logged {
  method: string;
  /** Without `/accounts/<id>`. */
  path: string;
  query: string;
  /** null: the answer was lost on its way. */
  status: number | null;
}

export interface StandIn {
  token: string;
  email: string;
  accounts: Account[];
  denied: Set<Product>;
  faults: Faults;
  log: Logged[];
  /** What was asked and is not known here, as `METHOD /path`. */
  unknown: string[];
  /** Files behind signed addresses, by the last part of the address. */
  signed: Map<string, Buffer>;
  /** Where this very server is, for signed addresses. */
  origin: string;
}
