import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Route } from '../log.ts';

/** The address as the router knows it, such as /desk/enquiries/:id: for the log, which holds nothing of what was asked. */
export function routeOf(c: Context): Route {
  // The most exact one comes last. It is a text of ours: what was asked is in its parameters.
  return (matchedRoutes(c).at(-1)?.path ?? 'none') as Route;
}
