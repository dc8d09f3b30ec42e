import type { Child } from 'hono/jsx';
import type { Attribution } from '../attribution.ts';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { Document, type Listing } from '../document.tsx';
import { practiceName, usePractice } from '../practice.ts';
import type { StyleName } from '../styles.ts';

/** What the Worker tells every page that anybody may open. */
export interface VisitorPageProps {
  attribution: Attribution;
  /** The page's own address, without a campaign. */
  address: string;
}

interface PlainPageProps {
  title: string;
  attribution?: Attribution;
  sheets?: StyleName[];
  /** Given on pages that search engines may list. */
  listing?: Listing | undefined;
  children: Child;
}

/** One column under the practice's name: every visitor page but the landing page. */
export function PlainPage({ title, attribution = {}, sheets = [], listing, children }: PlainPageProps) {
  const { facts } = usePractice();
  return (
    <Document title={`${title} – ${practiceName(facts)}`} sheets={sheets} listing={listing}>
      <SiteHeader attribution={attribution} />
      <main class="page" id="main" tabindex={-1}>
        {children}
      </main>
      <SiteFooter attribution={attribution} />
    </Document>
  );
}
