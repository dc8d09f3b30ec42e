import { TextField } from '../../components/text-field.tsx';
import { type ActName, actNames, acts, backupMade } from '../../content/opening.ts';
import { londonDay, longDate } from '../../london-time.ts';
import { href, paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { SignedIn } from '../session.tsx';

interface Point {
  words: string;
  where: string;
}

type Done = ReadonlyMap<string, { at: Date; by: string }>;
type Mistakes = Partial<Record<ActName, { mistake: string; typed: string }>>;

interface OpeningProps {
  open: boolean;
  /** The door's version. */
  basis: number;
  missing: readonly Point[];
  acts: Done;
  deskSeen: boolean;
  problem?: string;
  mistakes?: Mistakes;
}

/** What is missing before visitors get the site; and once nothing is, the door. */
export function OpeningPage({
  open,
  basis,
  missing,
  acts: done,
  deskSeen,
  problem,
  mistakes = {},
}: OpeningProps) {
  const wrong = problem !== undefined || Object.keys(mistakes).length > 0;
  return (
    <DeskPage title={wrong ? 'Error: Opening' : 'Opening'} here={paths.practice}>
      {wrong && (
        <div class="summary" role="alert" aria-labelledby="summary" tabindex={-1} autofocus>
          <h2 id="summary">There is a problem</h2>
          {problem && <p>{problem}</p>}
          {Object.entries(mistakes).map(([name, { mistake }]) => (
            <p>
              <a href={`#typed-${name}`}>{mistake}</a>
            </p>
          ))}
        </div>
      )}
      <h1>{open ? 'Your site is open' : 'Your site is shut'}</h1>
      <Missing open={open} missing={missing} />
      <Door open={open} basis={basis} ready={missing.length === 0} />
      <h2>What only you can say</h2>
      <SignedIn />
      {actNames.map((name) => (
        <Act name={name} done={done} mistake={mistakes[name]} />
      ))}
      <section id="desk" class="act">
        <h3>The desk was opened through Cloudflare Access</h3>
        <p>
          {deskSeen
            ? 'Done.'
            : 'Not yet. When the site is online, open its desk from your phone and sign in: this is then noted by itself.'}
        </p>
      </section>
      <section id={backupMade} class="act">
        <h3>A backup was made</h3>
        <p>
          {done.has(backupMade)
            ? doneWords(done, backupMade)
            : 'Not yet. Run npm run backup on your computer: it says so here by itself.'}
        </p>
      </section>
    </DeskPage>
  );
}

function Missing({ open, missing }: { open: boolean; missing: readonly Point[] }) {
  if (missing.length === 0)
    return (
      <p>{open ? 'Visitors see it, and nothing is missing.' : 'Nothing is missing: you can open it.'}</p>
    );
  return (
    <>
      <p>
        {open
          ? 'Visitors see it. It stays open: only you can shut it. But there is something to do:'
          : 'Visitors read “opens soon”. This is still missing, the most important first:'}
      </p>
      <ol>
        {missing.map(({ words, where }) => (
          <li>
            <a href={where}>{words}</a>
          </li>
        ))}
      </ol>
    </>
  );
}

function Door({ open, basis, ready }: { open: boolean; basis: number; ready: boolean }) {
  if (open)
    return (
      <p>
        <a href={paths.shut}>Shut the site</a>
      </p>
    );
  if (!ready) return null;
  return (
    <form method="post" action={`${paths.open}?${signedOut}`}>
      <input type="hidden" name="basis" value={basis} />
      <button class="button" type="submit">
        Open the site to visitors
      </button>
    </form>
  );
}

/** Asks once more. */
export function ShutPage({ basis }: { basis: number }) {
  return (
    <DeskPage title="Shut the site?" here={paths.practice}>
      <h1>Shut the site?</h1>
      <p>
        Visitors will read “opens soon” until you open it again. Your adverts go on and cost money: stop them
        first. A form that somebody has open now is still taken for 24 hours.
      </p>
      <form method="post" action={`${paths.shut}?${signedOut}`}>
        <input type="hidden" name="basis" value={basis} />
        <button class="button quiet" type="submit">
          Yes, shut it
        </button>
      </form>
      <p>
        <a href={paths.opening}>No, leave it open</a>
      </p>
    </DeskPage>
  );
}

function Act({ name, done, mistake }: { name: ActName; done: Done; mistake: Mistakes[ActName] }) {
  const { words, why, how } = acts[name];
  const isDone = done.has(name);
  return (
    <section id={name} class="act">
      <h3>{words}</h3>
      <p>{why}</p>
      {how === 'code' && !isDone && (
        <form method="post" action={`${paths.testMail}?${signedOut}`}>
          <button class="button quiet" type="submit">
            Send me a test mail
          </button>
          {done.has('testMailSent') && <p>{doneWords(done, 'testMailSent').replace('Done', 'Sent')}</p>}
        </form>
      )}
      <form method="post" action={`${href(paths.act, { name })}?${signedOut}`}>
        {isDone && <p>{doneWords(done, name)}</p>}
        {!isDone && how !== 'tick' && (
          <TextField
            name={`typed-${name}`}
            label={
              how === 'key' ? 'The last six characters of the newest sealing key' : 'The code in the mail'
            }
            mistake={mistake?.mistake}
            value={mistake?.typed ?? ''}
            type="text"
            autocomplete="off"
          />
        )}
        <button class="button quiet" type="submit" name="done" value={isDone ? 'no' : 'yes'}>
          {isDone ? 'Not so after all' : 'That is so'}
        </button>
      </form>
    </section>
  );
}

function doneWords(done: Done, name: string): string {
  const act = done.get(name);
  return act ? `Done on ${longDate(londonDay(act.at))}, ${act.by}.` : '';
}
