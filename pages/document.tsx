import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { headlines } from './content/headlines.ts';
import { paths } from './paths.ts';
import { practiceName, usePractice } from './practice.ts';
import { type StyleName, styles } from './styles.ts';

/** What search engines and link previews are told. */
export interface Listing {
  description: string;
  /** The page's own address, without a campaign: scheme, host and path. */
  address: string;
  /** schema.org data, as an object. */
  data?: object;
}

interface DocumentProps {
  title: string;
  /** A page without one is not for search engines: it is about a person, or says what went wrong. */
  listing?: Listing | undefined;
  /** Beside `base`, which every page has. */
  sheets?: StyleName[];
  children: Child;
}

/** The shell of every page. The only place that writes unescaped: the doctype, our own style sheets, and JSON. */
export function Document({ title, listing, sheets = [], children }: DocumentProps) {
  const { facts } = usePractice();
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          {listing ? <Listed title={title} {...listing} /> : <meta name="robots" content="noindex" />}
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href={paths.logo} type="image/svg+xml" />
          {(['base', ...sheets] as const).map((name) => (
            <style>{raw(styles[name])}</style>
          ))}
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the main content
          </a>
          {facts.madeUp && <aside class="made-up">A made-up practice, on this computer only.</aside>}
          {children}
        </body>
      </html>
    </>
  );
}

function Listed({ title, description, address, data }: Listing & { title: string }) {
  const { facts } = usePractice();
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={practiceName(facts)} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={new URL(paths.card, address).href} />
      <meta property="og:image:alt" content={headlines.worthTrying.heading} />
      <meta name="twitter:card" content="summary_large_image" />
      {data && (
        <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
      )}
    </>
  );
}
