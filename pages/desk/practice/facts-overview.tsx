import { Term } from '../../components/term.tsx';
import { factGroupNames, groupWords } from '../../content/fact-forms/fact-groups.ts';
import { factText } from '../../content/fact-words.ts';
import { type FactName, type Facts, factGroups, factLabels } from '../../content/facts.ts';
import { promiseNames } from '../../content/promises.ts';
import { href, paths } from '../../paths.ts';

export interface FactsOverviewProps {
  draft: Facts;
}

/** Every fact as the draft has it, with a way to change it. */
export function FactsOverview({ draft }: FactsOverviewProps) {
  return (
    <>
      {factGroupNames.map((group) => (
        <section aria-labelledby={group}>
          <h2 id={group}>{groupWords[group].title}</h2>
          <dl>
            {factGroups[group].map((name) => (
              <Fact name={name} draft={draft} />
            ))}
          </dl>
          <p>
            <a href={href(paths.factGroup, { group })}>
              Change<span class="hidden"> {groupWords[group].title}</span>
            </a>
          </p>
        </section>
      ))}
      <section aria-labelledby="portrait">
        <h2 id="portrait">Your photo</h2>
        <p>
          {draft.portrait ? draft.portrait.alt : 'None. The page is complete without one.'}{' '}
          <a href={paths.portraitForm}>
            Change<span class="hidden"> your photo</span>
          </a>
        </p>
      </section>
    </>
  );
}

function Fact({ name, draft }: { name: Exclude<FactName, 'portrait' | 'madeUp'>; draft: Facts }) {
  if (name === 'promises') return <Term term="sentences about you">{answeredWords(draft)}</Term>;
  const words = factText(name, draft);
  return <Term term={factLabels[name]}>{words ?? <span class="blank">missing</span>}</Term>;
}

function answeredWords({ promises = {} }: Facts): string {
  const count = (answer: string) => promiseNames.filter((name) => promises[name] === answer).length;
  const [mine, off] = [count('mine'), count('off')];
  return `On your page: ${mine}. Left out: ${off}. Not answered yet: ${promiseNames.length - mine - off}.`;
}
