import type { Context } from 'hono';
import { readAttribution } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { promiseWords } from '../../pages/content/promise.ts';
import { emptyForm } from '../../pages/form.ts';
import { londonDay } from '../../pages/london-time.ts';
import { AccessibilityPage } from '../../pages/visitor/accessibility.tsx';
import { EvidencePage } from '../../pages/visitor/evidence.tsx';
import { Landing } from '../../pages/visitor/landing.tsx';
import type { VisitorPageProps } from '../../pages/visitor/plain-page.tsx';
import { PrivacyPage } from '../../pages/visitor/privacy.tsx';
import { noticeSettings } from '../config.ts';
import { currentPromise } from '../promise.ts';
import type { Site } from '../site.ts';

export async function showLanding(c: Context<Site>) {
  const props = { ...pageProps(c), promise: await promiseNow(c) };
  const form = <EnquiryForm form={emptyForm(crypto.randomUUID(), props.attribution)} />;
  // Not no-store: "back" after sending must find this page again, with this form key, so that a resend is known.
  c.header('Cache-Control', 'private, no-cache');
  return c.html(<Landing {...props} form={form} />);
}

export function showEvidence(c: Context<Site>) {
  return c.html(<EvidencePage {...pageProps(c)} />);
}

export function showPrivacy(c: Context<Site>) {
  return c.html(<PrivacyPage {...pageProps(c)} settings={noticeSettings(c.env)} />);
}

export function showAccessibility(c: Context<Site>) {
  return c.html(<AccessibilityPage {...pageProps(c)} />);
}

/** When visitors get a reply, in words. */
export async function promiseNow(c: Context<Site>): Promise<string> {
  return promiseWords(await currentPromise(c.env, c.executionCtx), londonDay(new Date()));
}

function pageProps(c: Context<Site>): VisitorPageProps {
  return {
    attribution: readAttribution((key) => c.req.query(key)),
    address: new URL(c.req.path, c.req.url).href,
  };
}
