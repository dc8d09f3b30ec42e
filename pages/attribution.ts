/** The parts of an advert's address that name a campaign, never a person. Everything else is dropped. */
export const attributionWords = {
  c: 'Code of the advert',
  utm_source: 'Source',
  utm_medium: 'Medium',
  utm_campaign: 'Campaign',
  utm_content: 'Version of the advert',
} as const;

export type AttributionKey = keyof typeof attributionWords;
export type Attribution = { [key in AttributionKey]?: string };

// Object.keys of an object whose keys are the names.
export const attributionKeys = Object.keys(attributionWords) as AttributionKey[];

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
