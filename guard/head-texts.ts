import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

interface HeadText {
  place: string;
  text: string;
}

const metas: Readonly<Record<string, string>> = {
  description: 'description',
  keywords: 'description',
  application_name: 'title',
};

/** Title, descriptions, link previews and structured data. */
export function headTexts(document: Tree.Document): HeadText[] {
  return elements(document).flatMap((element) => {
    if (element.tagName === 'title' && element.parentNode && 'tagName' in element.parentNode)
      return element.parentNode.tagName === 'head' ? [{ place: 'title', text: contents(element) }] : [];
    if (element.tagName === 'meta') return metaText(element);
    if (element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json')
      return strings(JSON.parse(contents(element))).map((text) => ({ place: 'structured data', text }));
    return [];
  });
}

function metaText(meta: Tree.Element): HeadText[] {
  const name = attribute(meta, 'name') ?? attribute(meta, 'property') ?? '';
  const text = attribute(meta, 'content') ?? '';
  if (/^(?:og|twitter|article):/u.test(name)) return isAddress(text) ? [] : [{ place: 'link preview', text }];
  const place = metas[name];
  return place ? [{ place, text }] : [];
}

function strings(data: unknown): string[] {
  if (typeof data === 'string') return isAddress(data) ? [] : [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key.startsWith('@') && key !== '@graph' ? [] : strings(value),
  );
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/u.test(text);
}

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function contents(element: Tree.Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function attribute({ attrs }: Tree.Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
