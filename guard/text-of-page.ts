import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { headText } from './head-text.ts';
import { sentencesOf } from './sentences.ts';

interface Text {
  /** The nearest section's id; the page's own name outside of any; in the head, what kind of text it is. */
  place: string;
  text: string;
}

// What joins no words: the edge of a block.
const edge = Symbol('edge');
type Token = (Text & { aside?: true }) | typeof edge;

// Everything else begins and ends a block: words on both sides of it are never one sentence.
const inline = setOf(
  'a abbr b bdi bdo br cite code data dfn em i kbd mark q s samp small span strong sub time tspan u var wbr',
);
const silent = setOf('style script head');
const sections = setOf('section article aside nav header footer form figure details');
// What an element says to a screen reader, on hover, or on a button.
const spoken = setOf('alt aria-label aria-description aria-valuetext title placeholder label');
const buttons = setOf('submit button reset');

/** Every sentence of a rendered page as a person or a robot gets it: head, structured data, attributes that are read out, and the body's text. */
export function textOfPage(html: string, page: string): { place: string; sentence: string }[] {
  const document = parse(html, { scriptingEnabled: false });
  const texts = [...attributeTexts(document, page), ...joined(tokens(document, page))];
  return texts.flatMap(({ place, text }) => sentencesOf(text).map((sentence) => ({ place, sentence })));
}

function tokens(node: Tree.Node, outside: string): Token[] {
  // A line of source is no line of text.
  if ('value' in node) return [{ place: outside, text: node.value.replace(/\s+/gu, ' ') }];
  if (!('tagName' in node)) return childrenOf(node).flatMap((child) => tokens(child, outside));
  if (silent.has(node.tagName)) return [];
  if (node.tagName === 'br') return [{ place: outside, text: ' ' }];
  const place = placeIn(node, outside);
  const inside = childrenOf(node).flatMap((child) => tokens(child, place));
  // A citation's number stands beside a sentence, not in it.
  if (node.tagName === 'sup')
    return inside.map((token) => (token === edge ? token : { ...token, aside: true }));
  return inline.has(node.tagName) ? inside : [edge, ...inside, edge];
}

function joined(all: readonly Token[]): Text[] {
  const texts: Text[] = [];
  let open: Text | undefined;
  for (const token of all) {
    if (token === edge) open = undefined;
    else if (token.aside) texts.push(token);
    else if (open) open.text += token.text;
    else {
      open = { ...token };
      texts.push(open);
    }
  }
  return texts;
}

/** What stands in no text: the head's, and attributes that are read out. */
function attributeTexts(node: Tree.Node, outside: string): Text[] {
  const place = placeIn(node, outside);
  const own =
    'tagName' in node ? [...headText(node), ...spokenBy(node).map((text) => ({ place, text }))] : [];
  return [...own, ...childrenOf(node).flatMap((child) => attributeTexts(child, place))];
}

function spokenBy({ tagName, attrs }: Tree.Element): string[] {
  const isButton =
    tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && buttons.has(value));
  return attrs
    .filter(({ name }) => spoken.has(name) || (isButton && name === 'value'))
    .map(({ value }) => value);
}

function placeIn(node: Tree.Node, outside: string): string {
  if (!('tagName' in node) || !sections.has(node.tagName)) return outside;
  return node.attrs.find(({ name }) => name === 'id')?.value ?? outside;
}

function childrenOf(node: Tree.Node): Tree.ChildNode[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
