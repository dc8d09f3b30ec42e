import { Term } from '../components/term.tsx';

/** What a form said that could not be saved, so that it can be copied. */
export function WhatWasTyped({ typed }: { typed: ReadonlyMap<string, string> }) {
  if (typed.size === 0) return null;
  return (
    <details>
      <summary>What you typed</summary>
      <p>Copy from here what you still need: it is nowhere else.</p>
      <dl>
        {[...typed].map(([name, words]) => (
          <Term term={name.replaceAll('-', ' ')}>
            <span class="typed">{words}</span>
          </Term>
        ))}
      </dl>
    </details>
  );
}
