import { browserHeaders, visit } from './visitor.ts';

/** The visitor's own link, as it stands on the sent page that an answer leads to. */
export async function linkOf(sent: Response): Promise<string> {
  const page = await (await visit(sent.headers.get('Location') ?? '')).text();
  const [, link] = /href="(\/yours\/[^"]+)"/.exec(page) ?? [];
  if (!link) throw new Error('the sent page has no link of the visitor’s own');
  return link;
}

export function atLink(
  link: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...browserHeaders, ...headers },
  };
  return visit(link, init);
}
