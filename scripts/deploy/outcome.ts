import { deskOpened } from '../../worker/http/access/desk-opened.ts';
import { type LiveSite, liveSite } from '../account/deployed.ts';
import { isTerminal } from '../account/terminal.ts';
import type { Source } from '../d1.ts';
import { Stop } from '../stop.ts';
import { askIfItAnswers, type Patience, waitFor } from './patience.ts';

/** A desk that nobody has ever opened may be shut to everybody, and that shows only when somebody tries. */
export async function sayWhetherReady(
  database: Source,
  address: string,
  deskShut: string | undefined,
  patience: Patience,
): Promise<void> {
  if (deskShut) {
    process.exitCode = 1;
    return console.log(`\nNot ready yet: nobody can open the desk. ${deskShut}`);
  }
  const sql = `select value from settings where name = '${deskOpened}'`;
  const isOpened = async () => (askIfItAnswers(database, sql).length > 0 ? true : undefined);
  if (!(await isOpened())) {
    console.log(`\nNot ready yet: nobody has opened the desk. Please open ${address}/desk now, and sign in.`);
    if (!isTerminal()) return;
    await waitFor('you to open the desk', patience, isOpened).catch(() => {
      throw new Stop('Not ready: nobody has opened the desk. When you have, run this again.');
    });
  }
  console.log('Ready: the desk was opened by somebody who is signed in.');
}

/** After a failure: which Worker visitors meet now, and whether there is one to go back to. */
export async function sayWhatIsLive(config: string, before: LiveSite): Promise<void> {
  const now = await liveSite(config).catch(() => undefined);
  // An empty Worker, as wrangler makes it to hold a first secret, is none to go back to.
  const former = before.database ? before.version : undefined;
  if (!now)
    return console.error(
      '\nCloudflare does not say which Worker is live now: npm run wrangler -- deployments status',
    );
  if (now.version === before.version)
    return console.error(
      `\nWhat is live now is what was live before: ${former ? `the Worker ${former}` : 'no Worker of this site'}.`,
    );
  console.error(
    `\nWhat is live now is the Worker that was just uploaded (${now.version}). The tables may stay as they are: migrations only add.`,
  );
  console.error(
    former
      ? `To go back to the one before it:   npm run wrangler -- rollback ${former}
Its secrets come back with it, as they were then: after \`npm run keys -- add\` it cannot open what the newer key sealed. Secrets can be changed again only after the next deploy.`
      : 'There is no earlier Worker to go back to: a rollback would put an empty one online. Correct what is wrong, and deploy again.',
  );
}
