import { TextField } from '../../components/text-field.tsx';
import { type ActName, acts, testMailSent, whoseWords } from '../../content/opening.ts';
import { londonTime } from '../../london-time.ts';
import { href, paths, signedOut } from '../../paths.ts';

export type Done = ReadonlyMap<string, { at: Date; by: string }>;
export type Mistakes = Partial<Record<ActName, { mistake: string; typed: string }>>;

interface ActProps {
  name: ActName;
  done: Done;
  mistake: Mistakes[ActName];
  /** The id of the key that seals. */
  newestKey: string | undefined;
  /** Who is told by mail. */
  mailTo: string;
}

/** What a person says is done, or shows. */
export function Act({ name, done, mistake, newestKey = '', mailTo }: ActProps) {
  const { words, why, how, whose } = acts[name];
  const isDone = done.has(name);
  const asked = {
    key: `The last six characters of the sealing key ${newestKey}`,
    code: 'The code in the mail',
    tick: undefined,
  }[how];
  return (
    <section id={name} class="act">
      <h3>{words}</h3>
      <p class="hint">{whoseWords[whose]}</p>
      <p>{why}</p>
      {how === 'code' && (
        <p>
          It goes to {mailTo}. <a href={`${paths.settings}#mailTo`}>Change the address</a>
        </p>
      )}
      {how === 'code' && !isDone && <SendCode done={done} />}
      <form method="post" action={`${href(paths.act, { name })}?${signedOut}`}>
        {isDone && <p>{whenAndWho(done, name, 'Done')}</p>}
        {!isDone && asked && (
          <TextField
            name={`typed-${name}`}
            label={asked}
            mistake={mistake?.mistake}
            value={mistake?.typed ?? ''}
            type="text"
            autocomplete="off"
          />
        )}
        <button class="button quiet" type="submit" name="done" value={isDone ? 'no' : 'yes'}>
          {isDone ? 'Not so after all' : 'That is so'}
          <span class="hidden">: {words}</span>
        </button>
      </form>
    </section>
  );
}

function SendCode({ done }: { done: Done }) {
  return (
    <form method="post" action={`${paths.testMail}?${signedOut}`}>
      <button class="button quiet" type="submit">
        Send me a test mail
      </button>
      <p>{whenAndWho(done, testMailSent, 'Sent')}</p>
    </form>
  );
}

/** "Done on 25 November 2026 at 14:05, by me@a-practice.co.uk." */
export function whenAndWho(done: Done, name: string, what: string): string {
  const act = done.get(name);
  return act ? `${what} on ${londonTime(act.at)}, by ${act.by}.` : '';
}
