const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The values in a page's form, as a browser would show and send them again. */
export function valuesIn(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  const text = (escaped = '') =>
    escaped.replace(/&(lt|gt|quot|#39);/g, (_, name) => signs[name] ?? '').replaceAll('&amp;', '&');
  for (const [, attributes = ''] of html.matchAll(/<input ([^>]*)\/>/g)) {
    const [, name = ''] = /(?:^| )name="([^"]*)"/.exec(attributes) ?? [];
    const [, value] = /(?:^| )value="([^"]*)"/.exec(attributes) ?? [];
    if (!/type="(radio|checkbox)"/.test(attributes) || attributes.includes('checked'))
      values[name] = text(value);
  }
  for (const [, name = '', value] of html.matchAll(/<textarea [^>]*name="(\w+)"[^>]*>\n(.*?)<\/textarea>/gs))
    values[name] = text(value);
  return values;
}
