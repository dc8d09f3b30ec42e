import { type Asking, insert, literal, type Row } from '../d1.ts';

// What a database knows of copies of it: backups, what there is to do about copies, what leads files have to name.

/** A database of an older version has nothing of it. */
export function readCopies(ask: Asking): { backups: Row[]; todos: Row[]; references: Row[] } {
  const known = ask("select name from sqlite_master where name = 'recall_todos'").length > 0;
  const all = (table: string) => (known ? ask<Row>(`select * from ${table}`) : []);
  return {
    backups: all('backups'),
    todos: all('recall_todos'),
    references: all('recalled_references'),
  };
}

/** SQL that adds it to another database. What was done there stays done; done twice it changes nothing more. */
export function addCopies({ backups, todos, references }: ReturnType<typeof readCopies>): string[] {
  return [
    ...backups.map((row) => `${insert('backups', row)} on conflict do nothing`),
    ...todos.flatMap(addTodo),
    ...references.map((row) => `${insert('recalled_references', row)} on conflict do nothing`),
  ];
}

// Two databases may have given the same number to different things to do.
function addTodo({ id: _, ...todo }: Row): string[] {
  const same = ['kind', 'copy', 'due_at']
    .map((name) => `${name} = ${literal(todo[name] ?? null)}`)
    .join(' and ');
  const ending = ['mailed_at', 'done_at', 'done_by', 'ending'];
  const done = ending.map((name) => `${name} = ${literal(todo[name] ?? null)}`);
  const names = Object.keys(todo).map((name) => `"${name}"`);
  return [
    `update recall_todos set ${done} where ${same} and done_at is null`,
    `insert into recall_todos (${names}) select ${Object.values(todo).map(literal)} where not exists (select 1 from recall_todos where ${same}) on conflict do nothing`,
  ];
}

/** Notes a copy, which the desk asks about when its time is over. A database of an older version has no place for it. */
export function noteCopy(ask: Asking, copy: { at: number; kind: 'file' | 'database'; name: string }): void {
  if (ask("select name from sqlite_master where name = 'backups'").length === 0) return;
  ask(insert('backups', copy));
}
