import type { Database } from '../../database/client.ts';
import { settings } from '../../database/tables.ts';
import { errorCode, log, type Route } from '../../log.ts';

/** The setting that says when somebody whom Access vouched for first opened the desk: a deploy asks for it. */
export const deskOpened = 'desk_opened';

let recorded = false;

/** Notes it, once for each isolate. Never rejects: the desk opens without it. */
export async function recordDeskOpened(database: Database, route: Route, now = new Date()): Promise<void> {
  if (recorded) return;
  recorded = true;
  try {
    await database
      .insert(settings)
      .values({ name: deskOpened, value: now.toISOString() })
      .onConflictDoNothing({ target: settings.name })
      .run();
  } catch (error) {
    recorded = false;
    log({ event: 'request_failed', route, code: errorCode(error) });
  }
}
