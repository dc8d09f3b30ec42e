/** The parts of an advert's address that name a campaign, never a person. Everything else is dropped. */
export const attributionKeys = ['c', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content'] as const;

export type Attribution = { [key in (typeof attributionKeys)[number]]?: string };

/** Reads the campaign from a query or a form; a value that is not a plain code is left out. */
export function readAttribution(get: (key: string) => unknown): Attribution {
  const found: Attribution = {};
  for (const key of attributionKeys) {
    const value = get(key);
    if (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) found[key] = value;
  }
  return found;
}

/** An internal address that carries the campaign along, because nothing is stored on the device. */
export function withAttribution(path: string, attribution: Attribution): string {
  const query = Object.entries(attribution)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
  const [page, fragment] = path.split('#');
  return `${page}${query && `?${query}`}${fragment ? `#${fragment}` : ''}`;
}
