import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { headTexts } from './head-texts.ts';
import { sentencesOf } from './sentences.ts';
import { spokenAttributes } from './spoken-attributes.ts';

/** One sentence of a page, as a person or a robot gets it. */
export interface PageSentence {
  /** The nearest section's id; the page's own name outside of any; in the head, what kind of text it is. */
  place: string;
  sentence: string;
}

interface Text {
  place: string;
  text: string;
}

// What joins no words: the edge of a block.
const edge = Symbol('edge');
type Token = (Text & { aside?: true }) | typeof edge;

// Everything else begins and ends a block: words on both sides of it are never one sentence.
const inline = new Set(
  'a abbr b bdi bdo br cite code data dfn em i kbd mark q s samp small span strong sub time tspan u var wbr'.split(
    ' ',
  ),
);
const silent = new Set(['style', 'script', 'head']);
const sections = new Set('section article aside nav header footer form figure details'.split(' '));

/** Every sentence of a rendered page: head, structured data, attributes that are read out, and the body's text. */
export function textOfPage(html: string, page: string): PageSentence[] {
  const document = parse(html, { scriptingEnabled: false });
  const texts = [
    ...headTexts(document),
    ...attributeTexts(document, page),
    ...joined(tokens(document, page)),
  ];
  return texts.flatMap(({ place, text }) => sentencesOf(text).map((sentence) => ({ place, sentence })));
}

function tokens(node: Tree.Node, outside: string): Token[] {
  // A line of source is no line of text.
  if ('value' in node) return [{ place: outside, text: node.value.replace(/\s+/gu, ' ') }];
  if (!('tagName' in node)) return childrenOf(node).flatMap((child) => tokens(child, outside));
  if (silent.has(node.tagName)) return [];
  if (node.tagName === 'br') return [{ place: outside, text: ' ' }];
  const place = placeOf(node) ?? outside;
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

function attributeTexts(node: Tree.Node, outside: string): Text[] {
  const place = ('tagName' in node && placeOf(node)) || outside;
  const own = 'tagName' in node ? spokenAttributes(node).map((text) => ({ place, text })) : [];
  return [...own, ...childrenOf(node).flatMap((child) => attributeTexts(child, place))];
}

function placeOf({ tagName, attrs }: Tree.Element): string | undefined {
  return sections.has(tagName) ? attrs.find(({ name }) => name === 'id')?.value : undefined;
}

function childrenOf(node: Tree.Node): Tree.ChildNode[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
