import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const metas: Readonly<Record<string, string>> = {
  description: 'description',
  keywords: 'description',
  application_name: 'title',
};
const address = /^https?:\/\/\S+$/u;

/** What an element of the head says: a title, a description, a link preview or structured data. */
export function headText({ tagName, attrs, childNodes, parentNode }: Tree.Element) {
  const { name, property = '', content = '', type } = attributes(attrs);
  const inside = childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  const texts = (place: string, all: string[]) =>
    all.filter((text) => !address.test(text)).map((text) => ({ place, text }));
  const key = name ?? property;
  // A drawing has a title as well.
  if (tagName === 'title' && parentNode && 'tagName' in parentNode && parentNode.tagName === 'head')
    return texts('title', [inside]);
  if (tagName === 'meta' && /^(?:og|twitter|article):/u.test(key)) return texts('link preview', [content]);
  if (tagName === 'meta' && metas[key]) return texts(metas[key], [content]);
  if (tagName === 'script' && type === 'application/ld+json')
    return texts('structured data', strings(JSON.parse(inside)));
  return [];
}

function attributes(attrs: Tree.Element['attrs']): Partial<Record<string, string>> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
}

function strings(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key.startsWith('@') && key !== '@graph' ? [] : strings(value),
  );
}
