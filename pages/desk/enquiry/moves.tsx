import { describedBy, Hints } from '../../components/hints.tsx';
import { type MoveName, moves, stages, stageWords } from '../../content/stages.ts';
import { href, paths } from '../../paths.ts';
import type { DeskEnquiry } from '../desk-enquiry.ts';
import { Hidden } from '../hidden.tsx';

interface OfEnquiry {
  enquiry: Pick<DeskEnquiry, 'id' | 'version' | 'stage' | 'outcome'>;
}

// Object.keys of an object whose keys are the names.
const names = Object.keys(moves) as MoveName[];

/** One tap for each stage; the reasons for closing are folded away. */
export function StageForm({ enquiry }: OfEnquiry) {
  const now = stageWords(enquiry);
  const others = names.filter((name) => stageWords(moves[name]) !== now);
  const folded = others.filter((name) => 'folded' in stages[moves[name].stage]);
  return (
    <form class="moves" method="post" action={href(paths.stage, { id: enquiry.id })}>
      <Version enquiry={enquiry} />
      <p class="buttons">
        {others
          .filter((name) => !folded.includes(name))
          .map((name) => (
            <MoveButton name={name} />
          ))}
      </p>
      <details>
        <summary>Close it</summary>
        <p class="buttons">
          {folded.map((name) => (
            <MoveButton name={name} />
          ))}
        </p>
      </details>
    </form>
  );
}

function MoveButton({ name }: { name: MoveName }) {
  return (
    <button class="button quiet" type="submit" name="move" value={name}>
      {moves[name].words}
    </button>
  );
}

export function MoveToInbox({ enquiry }: OfEnquiry) {
  return (
    <form method="post" action={href(paths.rescue, { id: enquiry.id })}>
      <Version enquiry={enquiry} />
      <button class="button quiet" type="submit">
        Move to the inbox
      </button>
    </form>
  );
}

/** Also in the reason why an enquiry has to stay. */
export const mostInNote = 2000;
const noteHint = { name: 'note', hint: `Up to ${mostInNote.toLocaleString('en-GB')} characters` };

export function NoteForm({ enquiry, note }: OfEnquiry & { note: string }) {
  return (
    <form method="post" action={href(paths.notes, { id: enquiry.id })}>
      <Version enquiry={enquiry} />
      <div class="field">
        <label for="note">Note to yourself</label>
        <Hints {...noteHint} />
        <textarea id="note" name="note" rows={3} {...describedBy(noteHint)}>
          {`\n${note}`}
        </textarea>
      </div>
      <button class="button quiet" type="submit">
        Save the note
      </button>
    </form>
  );
}

/** Stores an enquiry for longer that would be deleted, with a reason. */
export function ExtendForm({ enquiry, reason = '' }: OfEnquiry & { reason?: string | undefined }) {
  const id = `reason-${enquiry.id.slice(0, 12)}`;
  return (
    <form class="filters" method="post" action={href(paths.extend, { id: enquiry.id })}>
      <Version enquiry={enquiry} />
      <div class="field">
        <label for={id}>Why it has to stay</label>
        <input id={id} name="reason" type="text" value={reason || undefined} autocomplete="off" />
      </div>
      <button class="button quiet" type="submit">
        Store it for longer
      </button>
    </form>
  );
}

/** For somebody who came: the practice's own records have them now. */
export function HandOverForm({ enquiry }: OfEnquiry) {
  return (
    <form method="post" action={href(paths.handOver, { id: enquiry.id })}>
      <Version enquiry={enquiry} />
      <button class="button quiet" type="submit">
        My own records have this: delete it tomorrow
      </button>
    </form>
  );
}

// What the practitioner saw: a change from another tab or phone in between is shown, not overwritten.
function Version({ enquiry }: OfEnquiry) {
  return <Hidden name="version" value={enquiry.version} />;
}
