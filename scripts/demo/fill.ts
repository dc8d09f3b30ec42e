import { moves } from '../../pages/content/stages.ts';
import { checkForm } from '../../pages/form.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { changes, enquiries, jobs, type NewEnquiry, sourceChecks } from '../../worker/database/tables.ts';
import { prepareEnquiry } from '../../worker/intake/store-enquiry.ts';
import { type Keys, keysOf } from '../../worker/sealing/secret-keys.ts';
import { withLocalSite } from '../local-site.ts';
import { seedPractice } from '../made-up-practice.ts';
import { insertAll } from './insert-all.ts';
import { madeUpChecks } from './made-up-checks.ts';
import { madeUpEnquiries } from './made-up-enquiries.ts';
import { practitioner } from './made-up-people.ts';
import { madeUpReminders, madeUpRuns } from './made-up-runs.ts';

const atOnce = 500;

type MadeUp = ReturnType<typeof madeUpEnquiries>[number];

/** Fills an empty database with a made-up practice and enquiries: as many as ask in the demo's 90 days, or another number. */
export async function fillDemo(
  state: string,
  envFile: string,
  howMany = 320,
  configPath?: string,
): Promise<void> {
  await withLocalSite(
    state,
    envFile,
    async (env) => {
      await seedPractice(env);
      await fill(env, howMany);
    },
    configPath,
  );
}

async function fill(env: Env, howMany: number): Promise<void> {
  if ((await databaseOf(env.DB).$count(enquiries)) > 0) return;
  const keys = await keysOf(env);
  const now = new Date();
  const madeUp = madeUpEnquiries(howMany, now.getTime());
  const remindedAt = madeUpReminders(now);
  for (let start = 0; start < howMany; start += atOnce) {
    if (start % 5000 === 0) console.log(`Making up enquiries: ${start} of ${howMany} …`);
    const some = madeUp.slice(start, start + atOnce);
    const rows = await Promise.all(some.map((one) => toRow(keys, one, remindedAt)));
    await insertAll(env.DB, enquiries, rows);
    await insertAll(
      env.DB,
      changes,
      some.flatMap((one, place) => historyOf(one, rows[place]?.id ?? '')),
    );
  }
  await insertAll(env.DB, jobs, madeUpRuns(now));
  await insertAll(env.DB, sourceChecks, await madeUpChecks(now));
}

/** The row that the intake, and then the desk, would have left. */
async function toRow(
  keys: Keys,
  { formKey, attribution, values, receivedAt, folder, moves: made }: MadeUp,
  remindedAt: ReturnType<typeof madeUpReminders>,
): Promise<NewEnquiry> {
  const checked = checkForm(values);
  if ('errors' in checked)
    throw new Error(`a made-up enquiry has mistakes: ${JSON.stringify(checked.errors)}`);
  const row = {
    ...(await prepareEnquiry(keys, { formKey, attribution }, checked)),
    receivedAt,
    folder,
  };
  // As if two daily mails had told of it.
  if (folder === 'review') return { ...row, spamSignals: 'trap', stage: 'new', version: 0, digests: 2 };
  const last = made.at(-1);
  const { stage = 'new', outcome = null } = last ? moves[last.name] : {};
  return {
    ...row,
    spamSignals: '',
    stage,
    outcome,
    version: made.length,
    digests: 0,
    repliedAt: made[0]?.at ?? null,
    touchedAt: last?.at ?? null,
    notifiedAt: receivedAt,
    remindedAt: remindedAt(receivedAt, made[0]?.at),
  };
}

function historyOf({ moves: made }: MadeUp, enquiryId: string): (typeof changes.$inferInsert)[] {
  return made.map(({ name, at }, place) => ({
    enquiryId,
    version: place + 1,
    at,
    by: practitioner,
    kind: 'stage',
    detail: name,
  }));
}
