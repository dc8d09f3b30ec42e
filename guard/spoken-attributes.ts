import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const spoken = new Set('alt aria-label aria-description aria-valuetext title placeholder label'.split(' '));
const buttons = new Set(['submit', 'button', 'reset']);

/** What an element says in its attributes: to a screen reader, on hover, or on a button. */
export function spokenAttributes({ tagName, attrs }: Tree.Element): string[] {
  const isButton =
    tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && buttons.has(value));
  return attrs
    .filter(({ name }) => spoken.has(name) || (isButton && name === 'value'))
    .map(({ value }) => value);
}
