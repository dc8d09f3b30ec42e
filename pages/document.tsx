import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type StyleName, styles } from './styles.ts';

interface DocumentProps {
  title: string;
  description?: string;
  /** Beside `base`, which every page has. */
  sheets?: StyleName[];
  /** Kept out of search engines: pages about a person, and pages that say what went wrong. */
  noindex?: boolean;
  children: Child;
}

/** The shell of every page. The only place that writes markup unescaped: the doctype and our own style sheets. */
export function Document({ title, description, sheets = [], noindex = false, children }: DocumentProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          {description && <meta name="description" content={description} />}
          {noindex && <meta name="robots" content="noindex" />}
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
          {(['base', ...sheets] as const).map((name) => (
            <style>{raw(styles[name])}</style>
          ))}
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the main content
          </a>
          {children}
        </body>
      </html>
    </>
  );
}
