import type { Account } from './account.ts';
import type { StandIn } from './state.ts';

// Finds the handler of a request. A route is a method and a path with names in it: `GET /queues/:queue`.

/** A request, read to its end. */
export interface Asked {
  method: string;
  /** Without the query, and for an account's own things without `/accounts/<id>`. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: Buffer;
  /** The account in the path, or else the first one. */
  account: Account;
  /** The names in the route's path. */
  named(name: string): string;
  /** The caller says what it is: wrangler wrote it. */
  json<Body>(): Body;
  form(): Promise<FormData>;
}

export type Handler = (asked: Asked, standIn: StandIn) => unknown;
export type Routes = Record<string, Handler>;

export interface Found {
  handler: Handler;
  names: Record<string, string>;
}

export function router(...tables: Routes[]) {
  const routes = tables.flatMap(Object.entries).map(([route, handler]) => {
    const [method, path = ''] = route.split(' ');
    const pattern = path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
    return { method, pattern: new RegExp(`^${pattern}$`), handler: handler as Handler };
  });

  return function find(method: string, path: string): Found | undefined {
    for (const route of routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match) return { handler: route.handler, names: { ...match.groups } };
    }
    return undefined;
  };
}
