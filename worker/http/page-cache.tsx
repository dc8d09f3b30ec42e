import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { encodeBase64Url } from 'hono/utils/encode';
import { type Attribution, attributionInAddress, withAttribution } from '../../pages/attribution.ts';
import { HiddenAttribution } from '../../pages/components/enquiry-form.tsx';
import { emptyForm, type Form } from '../../pages/form.ts';
import type { VisitorPageProps } from '../../pages/visitor/plain-page.tsx';
import type { AppEnv } from './app-env.ts';
import { inPractice, practiceOf } from './published-of.tsx';

const encoder = new TextEncoder();

type Place = 'query' | 'inputs' | 'formKey';

/**
 * What a page is rendered with when it is stored: each place that a request changes has a text of its own. Random, so that
 * no fact about a practice can hold it, and made by the first request, because nothing random can be made before.
 */
function makePlaces() {
  const mark = crypto.randomUUID();
  const form = emptyForm(`form-key-${mark}`, { c: `campaign-${mark}` });
  const texts: Record<string, Place> = {
    [`?c=${form.attribution.c}`]: 'query',
    [`<input type="hidden" name="c" value="${form.attribution.c}"/>`]: 'inputs',
    [form.formKey]: 'formKey',
  };
  const cuts = Object.keys(texts).map((text) => text.replace('?', '\\?'));
  return { mark, form, texts, cuts: new RegExp(`(${cuts.join('|')})`) };
}

let made: ReturnType<typeof makePlaces> | undefined;

function places() {
  made ??= makePlaces();
  return made;
}

/** The form as it is stored. */
export function formPlace(): Form {
  return places().form;
}

interface CachedPage {
  digest: string;
  parts: readonly (Uint8Array | Place)[];
}

const cachedPages = new Map<string, CachedPage>();
/** The same with a campaign put in: what comes before each place of a form key, and after the last. */
const filledPages = new Map<string, Uint8Array[]>();
// Headlines times reply times times host names, and campaigns: few, unless somebody makes up host names or campaigns.
const mostCached = 50;

/**
 * A page as bytes, rendered only the first time an isolate is asked for that variant of it and of the practice; the campaign, and the form key
 * of a page with a form, are put in each time. `settings` names all that the rendering depends on beside the address.
 */
export async function sendCached(
  c: Context<AppEnv>,
  settings: string,
  render: (props: VisitorPageProps) => Child | Promise<Child>,
  formKey?: string,
): Promise<Response> {
  const practice = await practiceOf(c);
  const origin = c.req.url.slice(0, c.req.url.indexOf('/', 'https://'.length));
  const address = origin + c.req.path;
  const variant = `${address} ${practice.version} ${settings}`;
  const page =
    cachedPages.get(variant) ??
    remember(
      cachedPages,
      variant,
      await preparePage(
        inPractice(practice, await render({ address, attribution: places().form.attribution })),
      ),
    );
  const attribution = attributionInAddress(c.req.url);
  const query = withAttribution('', attribution);
  const campaignVariant = `${query} ${variant}`;
  const parts =
    filledPages.get(campaignVariant) ??
    remember(filledPages, campaignVariant, putCampaignIn(page.parts, prepare(attribution)));
  return new Response(putFormKeyIn(parts, formKey), {
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      // Not no-store: "back" after sending must find this page again, with this form key, so that a resend is known.
      ...(formKey
        ? { 'Cache-Control': 'private, no-cache' }
        : { 'Cache-Control': 'no-cache', ETag: `W/"${page.digest}${query}"` }),
    },
  });
}

function remember<Value>(all: Map<string, Value>, name: string, value: Value): Value {
  if (all.size >= mostCached) all.clear();
  all.set(name, value);
  return value;
}

async function preparePage(rendered: Child): Promise<CachedPage> {
  const { mark, texts, cuts } = places();
  const html = String(rendered);
  // The same page has the same tag in every isolate.
  const bytes = encoder.encode(html.replaceAll(mark, ''));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    digest: encodeBase64Url(digest.buffer),
    parts: html.split(cuts).map((part) => texts[part] ?? encoder.encode(part)),
  };
}

/** JSX escapes what is put in. */
function prepare(attribution: Attribution) {
  return {
    query: encoder.encode(String(<>{withAttribution('', attribution)}</>)),
    inputs: encoder.encode(String(<HiddenAttribution attribution={attribution} />)),
  };
}

/** Between two places for a form key all is one piece, because each piece costs something at every visit. */
function putCampaignIn(parts: CachedPage['parts'], campaign: Record<'query' | 'inputs', Uint8Array>) {
  const pieces: Uint8Array[][] = [[]];
  for (const part of parts) {
    if (part === 'formKey') pieces.push([]);
    else pieces.at(-1)?.push(typeof part === 'string' ? campaign[part] : part);
  }
  return pieces.map(join);
}

function putFormKeyIn(pieces: readonly Uint8Array[], formKey = ''): Uint8Array<ArrayBuffer> {
  const key = encoder.encode(formKey);
  return join(pieces.flatMap((piece, place) => (place === 0 ? [piece] : [key, piece])));
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
