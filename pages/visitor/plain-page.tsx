import type { Child } from 'hono/jsx';
import type { Attribution } from '../attribution.ts';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { practice } from '../content/practice.ts';
import { Document } from '../document.tsx';
import type { StyleName } from '../styles.ts';

interface PlainPageProps {
  title: string;
  attribution?: Attribution;
  sheets?: StyleName[];
  children: Child;
}

/** One column under the practice's name: every visitor page but the landing page. None of them is for search engines. */
export function PlainPage({ title, attribution = {}, sheets = [], children }: PlainPageProps) {
  return (
    <Document title={`${title} – ${practice.name}`} sheets={sheets} noindex>
      <SiteHeader attribution={attribution} />
      <main class="page" id="main" tabindex={-1}>
        {children}
      </main>
      <SiteFooter attribution={attribution} />
    </Document>
  );
}
