import type { Context } from 'hono';
import { attributionInAddress } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { headlineFor } from '../../pages/content/headlines.ts';
import { replyTimeToday } from '../../pages/content/reply-time.ts';
import { AccessibilityPage } from '../../pages/visitor/accessibility-page.tsx';
import { EvidencePage } from '../../pages/visitor/evidence-page.tsx';
import { Landing } from '../../pages/visitor/landing-page.tsx';
import type { VisitorPageProps } from '../../pages/visitor/plain-page.tsx';
import { PrivacyPage } from '../../pages/visitor/privacy-page.tsx';
import { withWords } from '../enquiries/agreed-words.ts';
import type { AppEnv } from '../http/app-env.ts';
import { formPlace, sendCached } from '../http/page-cache.tsx';
import { practiceOf, publishedOf } from '../http/published-of.tsx';
import { keysOf } from '../sealing/secret-keys.ts';

export async function showLanding(c: Context<AppEnv>) {
  const practice = await practiceOf(c);
  const campaign = attributionInAddress(c.req.url).c;
  const headline = headlineFor(campaign);
  const replyTime = replyTimeToday(practice.settings);
  async function render(props: VisitorPageProps) {
    // Without usable keys nothing can be stored: that is said when the form is sent.
    const keys = await keysOf(c.env).catch(() => undefined);
    const form = keys ? await withWords(keys, practice, formPlace(), campaign) : formPlace();
    return (
      <Landing {...props} headline={headline} replyTime={replyTime} form={<EnquiryForm form={form} />} />
    );
  }
  return sendCached(c, headline.title + replyTime, render, crypto.randomUUID());
}

export function showEvidence(c: Context<AppEnv>) {
  return sendCached(c, '', (props) => <EvidencePage {...props} />);
}

/** There while the site is shut too: for those who wrote before. */
export async function showPrivacy(c: Context<AppEnv>) {
  const isShut = !(await publishedOf(c))?.open;
  return sendCached(c, String(isShut), (props) => <PrivacyPage {...props} isShut={isShut} />);
}

export function showAccessibility(c: Context<AppEnv>) {
  return sendCached(c, '', (props) => <AccessibilityPage {...props} />);
}
