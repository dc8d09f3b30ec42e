import { ProblemSummary } from '../../components/problem-summary.tsx';
import { actNames, backupMade, type Whose, whoseWords } from '../../content/opening.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';
import { Act, type Done, type Mistakes, whenAndWho } from './act.tsx';

export interface OpeningPoint {
  whose: Whose;
  words: string;
  /** A page of the desk, with its field where there is one. */
  where: string;
}

interface OpeningProps {
  open: boolean;
  /** The door's version. */
  basis: number;
  missing: readonly OpeningPoint[];
  acts: Done;
  deskSeen: boolean;
  /** The id of the key that seals. */
  newestKey: string | undefined;
  /** Who is told by mail. */
  mailTo: string;
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
  newestKey,
  mailTo,
  problem,
  mistakes = {},
}: OpeningProps) {
  const wrong = problem !== undefined || Object.keys(mistakes).length > 0;
  return (
    <DeskPage title={wrong ? 'Error: Opening' : 'Opening'} here={paths.practice}>
      {wrong && (
        <ProblemSummary mistakes={mistakesById(mistakes)}>{problem && <p>{problem}</p>}</ProblemSummary>
      )}
      <h1>{open ? 'Your site is open' : 'Your site is shut'}</h1>
      <Missing open={open} missing={missing} />
      <Door open={open} basis={basis} ready={missing.length === 0} />
      <h2>What only a person can say</h2>
      <SignedIn />
      {actNames.map((name) => (
        <Act name={name} done={done} mistake={mistakes[name]} newestKey={newestKey} mailTo={mailTo} />
      ))}
      <section id="desk" class="act">
        <h3>The desk was opened through Cloudflare Access</h3>
        <p class="hint">{whoseWords.helper}</p>
        <p>
          {deskSeen
            ? 'Done.'
            : 'Not yet. When the site is online, open its desk from your phone and sign in: this is then noted by itself.'}
        </p>
      </section>
      <section id={backupMade} class="act">
        <h3>A backup was made</h3>
        <p class="hint">{whoseWords.helper}</p>
        <p>
          {done.has(backupMade)
            ? whenAndWho(done, backupMade, 'Done')
            : 'Not yet. Run npm run backup on your computer: it says so here by itself.'}
        </p>
      </section>
    </DeskPage>
  );
}

function Missing({ open, missing }: { open: boolean; missing: readonly OpeningPoint[] }) {
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
        {missing.map(({ words, where, whose }) => (
          <li>
            <a href={where}>{words}</a> <span class="note hint">{whoseWords[whose]}</span>
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
      <Hidden name="basis" value={basis} />
      <button class="button" type="submit">
        Open the site to visitors
      </button>
    </form>
  );
}

function mistakesById(mistakes: Mistakes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mistakes).map(([name, { mistake }]) => [`typed-${name}`, mistake]),
  );
}
