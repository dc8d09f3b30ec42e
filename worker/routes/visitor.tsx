import type { Context } from 'hono';
import { readAttribution } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { emptyForm } from '../../pages/form.ts';
import { AccessibilityPage } from '../../pages/visitor/accessibility.tsx';
import { EvidencePage } from '../../pages/visitor/evidence.tsx';
import { Landing } from '../../pages/visitor/landing.tsx';
import type { VisitorPageProps } from '../../pages/visitor/plain-page.tsx';
import { PrivacyPage } from '../../pages/visitor/privacy.tsx';
import { acknowledgementSender } from '../config.ts';
import type { Site } from '../site.ts';

export function showLanding(c: Context<Site>) {
  const props = pageProps(c);
  const form = <EnquiryForm form={emptyForm(crypto.randomUUID(), props.attribution)} />;
  // Not no-store: "back" after sending must find this page again, with this form key, so that a resend is known.
  c.header('Cache-Control', 'private, no-cache');
  return c.html(<Landing {...props} form={form} />);
}

export function showEvidence(c: Context<Site>) {
  return c.html(<EvidencePage {...pageProps(c)} />);
}

export function showPrivacy(c: Context<Site>) {
  const acknowledges = acknowledgementSender(c.env) !== undefined;
  return c.html(<PrivacyPage {...pageProps(c)} acknowledges={acknowledges} />);
}

export function showAccessibility(c: Context<Site>) {
  return c.html(<AccessibilityPage {...pageProps(c)} />);
}

function pageProps(c: Context<Site>): VisitorPageProps {
  return {
    attribution: readAttribution((key) => c.req.query(key)),
    address: new URL(c.req.path, c.req.url).href,
  };
}
