import { isMarker, markerWords, readCampaignValue } from './campaign-value.ts';

/** The parts of an advert's address that name a campaign, never a person. Everything else is dropped. */
export const attributionWords = {
  c: 'Code of the advert',
  utm_source: 'Source',
  utm_medium: 'Medium',
  utm_campaign: 'Campaign',
  utm_content: 'Version of the advert',
} as const;

export type AttributionKey = keyof typeof attributionWords;
/** For each part a code, or a marker in place of what is not stored. */
export type Attribution = { [key in AttributionKey]?: string };

// Object.keys of an object whose keys are the names.
export const attributionKeys = Object.keys(attributionWords) as AttributionKey[];

/** The desk's filter for enquiries without a campaign, which is no code either. */
export const noCampaign = '(none)';

/** A campaign's code, or in words why there is none. */
export function campaignWords(code: string | null): string {
  if (code === null || code === '' || code === noCampaign) return 'No campaign';
  return isMarker(code) ? markerWords[code] : code;
}

// More than any advert's address has: what a stranger sends is to cost little.
const mostParts = 100;
const longestPart = 1000;

/** The campaign in an address, however the address was mangled on its way. */
export function attributionInAddress(address: string): Attribution {
  const [, ...parts] = address.split(/[?&]/);
  const pairs = parts.slice(0, mostParts).flatMap((part) =>
    // What was encoded as a whole holds more than one, and the name of a place on the page.
    decoded(part.slice(0, longestPart).replaceAll('+', ' ')).split(
      /[?&;](?=[\w.-]{1,40}=)|(?<=[^#\s])#(?=[a-z])/i,
    ),
  );
  return readAttribution(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [nameOf(name), value.join('=')];
    }),
  );
}

/** The campaign that travelled in a form. */
export function attributionInForm(fields: Iterable<[string, unknown]>): Attribution {
  return readAttribution(
    [...fields]
      .slice(0, mostParts)
      .flatMap(([name, value]) =>
        typeof value === 'string' ? [[nameOf(name), decoded(value.slice(0, longestPart))]] : [],
      ),
  );
}

function readAttribution(pairs: readonly (readonly string[])[]): Attribution {
  const found: Attribution = {};
  for (const key of attributionKeys) {
    const values = pairs.flatMap(([name, value]) =>
      name === key ? (readCampaignValue(value ?? '') ?? []) : [],
    );
    // An address may have it twice, such as from a template and from the advert itself: what says more counts.
    const value =
      values.find((one) => !isMarker(one)) ?? values.find((one) => one === '(withheld)') ?? values[0];
    if (value) found[key] = key === 'c' ? value.toLowerCase() : value;
  }
  return found;
}

/** As a name is written that was between quotation marks, or in capitals. */
function nameOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^[^a-z\d]+/, '')
    .trimEnd();
}

/** Percent signs undone, however often they were encoded; what is none stays. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%(?:25)+/g, '%').replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** An internal address that carries the campaign along, because nothing is stored on the device. */
export function withAttribution(path: string, attribution: Attribution): string {
  const query = Object.entries(attribution)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
  const [page, fragment] = path.split('#');
  return `${page}${query && `?${query}`}${fragment ? `#${fragment}` : ''}`;
}
