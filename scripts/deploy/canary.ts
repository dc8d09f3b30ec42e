import { canaryFailure } from '../../pages/content/alarms.ts';
import { ask, type Source } from '../d1.ts';
import { Stop } from '../stop.ts';
import { askIfItAnswers, type Patience, waitFor } from './patience.ts';

/**
 * The cron's test enquiry goes through the real form: made due now, it comes with the next run. A run that fails may
 * still be the former Worker's, so only the second in a row counts.
 */
export async function waitForCanary(database: Source, patience: Patience): Promise<void> {
  let failures = 0;
  forget(database);
  await waitFor('the test enquiry (a new cron takes up to 15 minutes)', patience, async () => {
    const [job] = askIfItAnswers<{ doneFor: number | null; error: string | null }>(
      database,
      "select done_for as doneFor, error from jobs where name = 'canary'",
    );
    if (job?.doneFor && !job.error) return true;
    if (!job?.error) return undefined;
    failures += 1;
    const reason = why(database);
    if (failures > 1) throw new Stop(`The test enquiry failed twice: ${reason}.`);
    console.log(`  The test enquiry failed: ${reason}. The next run of the cron tries again …`);
    forget(database);
    return undefined;
  });
  console.log('  A test enquiry was stored, opened and deleted again.');
}

/** What an earlier run has left, an error above all, says nothing about this deploy. */
function forget(database: Source): void {
  ask(database, "update jobs set done_for = null, error = null where name = 'canary'");
}

function why(database: Source): string {
  const [alarm] = askIfItAnswers<{ detail: string }>(
    database,
    "select detail from alarms where kind = 'canary'",
  );
  return canaryFailure(alarm?.detail ?? '');
}
