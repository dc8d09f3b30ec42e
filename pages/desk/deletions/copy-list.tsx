import { londonTime } from '../../london-time.ts';
import { href, paths } from '../../paths.ts';
import {
  type CopyEnding,
  type CopyTodo,
  copyKinds,
  copyName,
  endingWords,
  fileName,
  recallReasons,
} from './copies.ts';

interface CopyListProps {
  todos: readonly CopyTodo[];
  done: readonly (CopyTodo & { doneAt: Date; doneBy: string; ending: CopyEnding })[];
}

/** What is outside of the site and still holds somebody who was deleted here: the site can only ask. */
export function CopyList({ todos, done }: CopyListProps) {
  return (
    <>
      <h2 id="copies">Copies to see to</h2>
      {todos.length === 0 && <p>None.</p>}
      {todos.map((todo) => (
        <CopyForm todo={todo} />
      ))}
      {done.length > 0 && (
        <details>
          <summary>What was done</summary>
          <ul>
            {done.map((one) => (
              <li>
                {upperFirst(copyName(one))}: {endingWords[one.ending]}, {londonTime(one.doneAt)}, {one.doneBy}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function CopyForm({ todo }: { todo: CopyTodo }) {
  const { todo: words, ends } = copyKinds[todo.kind];
  const name = fileName(todo);
  return (
    <form method="post" action={href(paths.copyDone, { id: String(todo.id) })}>
      <h3>{upperFirst(copyName(todo))}</h3>
      {name && (
        <p>
          <code>{name}</code>
        </p>
      )}
      <p>
        Since {londonTime(todo.dueAt)}: {recallReasons[todo.why]}. {words}
      </p>
      <p class="buttons">
        {Object.entries(ends).map(([ending, done]) => (
          <button class="button quiet" type="submit" name="ending" value={ending}>
            {done}
          </button>
        ))}
      </p>
    </form>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
