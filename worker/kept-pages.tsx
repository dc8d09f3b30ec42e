import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { encodeBase64Url } from 'hono/utils/encode';
import { type Attribution, readAttribution, withAttribution } from '../pages/attribution.ts';
import { HiddenAttribution } from '../pages/components/enquiry-form.tsx';
import { emptyForm } from '../pages/form.ts';
import type { VisitorPageProps } from '../pages/visitor/plain-page.tsx';
import type { Site } from './site.ts';

const encoder = new TextEncoder();

/** What a page is rendered with when it is kept: each place that a request changes has a word of its own. */
const attributionPlace: Attribution = { c: 'KEPT-CAMPAIGN' };
export const formPlace = emptyForm('KEPT-FORM-KEY', attributionPlace);

const places = {
  '?c=KEPT-CAMPAIGN': 'query',
  '<input type="hidden" name="c" value="KEPT-CAMPAIGN"/>': 'inputs',
  'KEPT-FORM-KEY': 'formKey',
} as const;

type Place = (typeof places)[keyof typeof places];

interface KeptPage {
  digest: string;
  parts: readonly (Uint8Array | Place)[];
}

const kept = new Map<string, KeptPage>();
// Headlines times promises times host names: few, unless somebody makes up host names.
const mostKept = 50;

/**
 * A page as bytes, rendered only the first time an isolate is asked for that variant; the campaign, and the form key
 * of a page with a form, are put in each time. `settings` names all that the rendering depends on beside the address.
 */
export async function sendKept(
  c: Context<Site>,
  settings: string,
  render: (props: VisitorPageProps) => Child,
  formKey?: string,
): Promise<Response> {
  const address = new URL(c.req.path, c.req.url).href;
  const variant = `${address} ${settings}`;
  let page = kept.get(variant);
  if (!page) {
    if (kept.size >= mostKept) kept.clear();
    page = await keep(String(render({ address, attribution: attributionPlace })));
    kept.set(variant, page);
  }
  const { digest, parts } = page;
  const attribution = readAttribution((key) => c.req.query(key));
  c.header('Content-Type', 'text/html; charset=UTF-8');
  if (formKey) {
    // Not no-store: "back" after sending must find this page again, with this form key, so that a resend is known.
    c.header('Cache-Control', 'private, no-cache');
  } else {
    c.header('Cache-Control', 'no-cache');
    c.header('ETag', `W/"${digest}${withAttribution('', attribution)}"`);
  }
  return c.body(fill(parts, attribution, formKey));
}

async function keep(html: string): Promise<KeptPage> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(html)));
  const cuts = Object.keys(places).map((text) => text.replace('?', '\\?'));
  return {
    digest: encodeBase64Url(digest.buffer),
    parts: html
      .split(new RegExp(`(${cuts.join('|')})`))
      .map((part) =>
        Object.hasOwn(places, part) ? places[part as keyof typeof places] : encoder.encode(part),
      ),
  };
}

function fill(parts: KeptPage['parts'], attribution: Attribution, formKey = ''): Uint8Array<ArrayBuffer> {
  // JSX escapes them; nothing is put into a page as it came.
  const fillings: Record<Place, Uint8Array> = {
    query: encoder.encode(String(<>{withAttribution('', attribution)}</>)),
    inputs: encoder.encode(String(<HiddenAttribution attribution={attribution} />)),
    formKey: encoder.encode(String(<>{formKey}</>)),
  };
  const chunks = parts.map((part) => (typeof part === 'string' ? fillings[part] : part));
  const page = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let end = 0;
  for (const chunk of chunks) {
    page.set(chunk, end);
    end += chunk.length;
  }
  return page;
}
