import { type MoveName, moves, stageWords } from '../../content/stages.ts';
import type { DeskEnquiry } from '../desk-enquiry.ts';

interface OfEnquiry {
  enquiry: Pick<DeskEnquiry, 'id' | 'version' | 'stage' | 'outcome'>;
}

// Object.keys of an object whose keys are the names.
const names = Object.keys(moves) as MoveName[];

/** One tap for each stage; the reasons for closing are folded away. */
export function StageForm({ enquiry }: OfEnquiry) {
  const now = stageWords(enquiry);
  const others = names.filter((name) => stageWords({ outcome: null, ...moves[name] }) !== now);
  const closing = others.filter((name) => moves[name].stage === 'closed');
  return (
    <form class="moves" method="post" action={`/desk/enquiries/${enquiry.id}/stage`}>
      <Version enquiry={enquiry} />
      <p class="buttons">
        {others
          .filter((name) => !closing.includes(name))
          .map((name) => (
            <MoveButton name={name} />
          ))}
      </p>
      <details>
        <summary>Close it</summary>
        <p class="buttons">
          {closing.map((name) => (
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
    <form method="post" action={`/desk/enquiries/${enquiry.id}/inbox`}>
      <Version enquiry={enquiry} />
      <button class="button quiet" type="submit">
        Move to the inbox
      </button>
    </form>
  );
}

export function NoteForm({ enquiry, note }: OfEnquiry & { note: string }) {
  return (
    <form method="post" action={`/desk/enquiries/${enquiry.id}/notes`}>
      <Version enquiry={enquiry} />
      <div class="field">
        <label for="note">Note to yourself</label>
        <textarea id="note" name="note" rows={3}>
          {`\n${note}`}
        </textarea>
      </div>
      <button class="button quiet" type="submit">
        Keep the note
      </button>
    </form>
  );
}

/** Keeps an enquiry that would be deleted, with a reason. */
export function ExtendForm({ enquiry }: OfEnquiry) {
  const id = `reason-${enquiry.id.slice(0, 12)}`;
  return (
    <form class="filters" method="post" action={`/desk/enquiries/${enquiry.id}/keep`}>
      <Version enquiry={enquiry} />
      <div class="field">
        <label for={id}>Why it has to stay</label>
        <input id={id} name="reason" type="text" autocomplete="off" />
      </div>
      <button class="button quiet" type="submit">
        Keep it
      </button>
    </form>
  );
}

/** For somebody who came: the practice's own records have them now. */
export function HandOverForm({ enquiry }: OfEnquiry) {
  return (
    <form method="post" action={`/desk/enquiries/${enquiry.id}/hand-over`}>
      <Version enquiry={enquiry} />
      <button class="button quiet" type="submit">
        My own records have this: delete it tomorrow
      </button>
    </form>
  );
}

// What the practitioner saw: a change from another tab or phone in between is told of, not overwritten.
function Version({ enquiry }: OfEnquiry) {
  return <input type="hidden" name="version" value={enquiry.version} />;
}
