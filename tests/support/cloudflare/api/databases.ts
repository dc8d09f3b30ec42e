import type { Account, Database } from '../account.ts';
import { Page, Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';

// D1 databases as things of the account; what is in them is asked in `sql.ts`.

/** Workers Free has ten databases, Workers Paid so many that no test gets there. */
const freeDatabases = 10;

export const databaseRoutes = {
  'GET /d1/database': ({ account, query }) => {
    const name = query.get('name');
    return new Page(account.databases.filter((one) => !name || one.name === name).map(listed), query, 10);
  },
  'POST /d1/database': ({ account, json }) => {
    const database = addDatabase(account, json<NewDatabase>());
    return { ...listed(database), created_in_region: (database.location ?? 'weur').toUpperCase() };
  },
  'GET /d1/database/:database': ({ account, named }) => ({
    ...listed(databaseNamed(account, named('database'))),
    file_size: 8192,
    num_tables: 0,
    running_in_region: 'WEUR',
    read_replication: { mode: 'disabled' },
  }),
  'DELETE /d1/database/:database': ({ account, named }) => {
    account.databases.splice(account.databases.indexOf(databaseNamed(account, named('database'))), 1);
    account.engine.changed();
    return null;
  },
} satisfies Routes;

interface NewDatabase {
  name: string;
  jurisdiction?: string;
  primary_location_hint?: string;
}

/** Makes a database as the API does; a test that needs many of them calls it itself. */
export function addDatabase(account: Account, asked: NewDatabase): Database {
  if (account.databases.some(({ name }) => name === asked.name))
    throw new Refusal(400, 7502, `Database with name '${asked.name}' already exists`);
  if (account.plan === 'free' && account.databases.length >= freeDatabases)
    throw new Refusal(400, 7406, `You have reached the limit of ${freeDatabases} databases`);
  const database = {
    uuid: crypto.randomUUID(),
    name: asked.name,
    jurisdiction: asked.jurisdiction ?? null,
    location: asked.primary_location_hint ?? null,
    created_at: new Date().toISOString(),
  };
  account.databases.push(database);
  account.engine.changed();
  return database;
}

/** By its id or, as wrangler asks when its configuration has none, by its name. */
export function databaseNamed({ databases }: Account, idOrName: string): Database {
  const wanted = decodeURIComponent(idOrName);
  const database = databases.find(({ uuid, name }) => uuid === wanted || name === wanted);
  if (!database) throw new Refusal(404, 7404, `The database ${wanted} could not be found`);
  return database;
}

function listed({ uuid, name, created_at, jurisdiction }: Database) {
  return { uuid, name, created_at, version: 'production', jurisdiction };
}
