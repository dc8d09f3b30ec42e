import { describedBy, Hints } from '../../components/hints.tsx';
import { nationWords, weekdayWords } from '../../content/setting-words.ts';

export function Days({ ticked, mistake }: { ticked: readonly string[]; mistake: string | undefined }) {
  const about = { name: 'days', hint: 'On other days nothing is due.', mistake };
  return (
    <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
      <legend>Days on which you answer</legend>
      <Hints {...about} />
      {weekdayWords.map(([day, name], index) => (
        <label class="option">
          <input
            id={index === 0 ? 'days' : undefined}
            type="checkbox"
            name="days"
            value={String(day)}
            checked={ticked.includes(String(day))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

export function Nations({ chosen, mistake }: { chosen: string; mistake: string | undefined }) {
  const about = { name: 'nation', hint: 'On these days nothing is due.', mistake };
  return (
    <fieldset class="field" aria-describedby={describedBy(about)['aria-describedby']}>
      <legend>Whose bank holidays you keep</legend>
      <Hints {...about} />
      {Object.entries(nationWords).map(([nation, name], index) => (
        <label class="option">
          <input
            id={index === 0 ? 'nation' : undefined}
            type="radio"
            name="nation"
            value={nation}
            checked={chosen === nation}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

export function ClosedDays({
  value,
  ...field
}: {
  name: string;
  value: string;
  mistake: string | undefined;
}) {
  const about = {
    ...field,
    hint: 'Days on which you do not answer, beside bank holidays: one on each line, like 24/12/2026, or from one to another, like 24/12/2026 - 2/1/2027. Nothing is due on them. Visitors do not see them: if it is more than a few, say below that you are away. Days that are over are left out.',
  };
  return (
    <div class="field">
      <label for={field.name}>Closed days (optional)</label>
      <Hints {...about} />
      <textarea id={field.name} name={field.name} rows={4} {...describedBy(about)}>
        {`\n${value}`}
      </textarea>
    </div>
  );
}
