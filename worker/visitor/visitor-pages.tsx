import type { Context } from 'hono';
import { attributionInAddress } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { headlineFor } from '../../pages/content/headlines.ts';
import { AccessibilityPage } from '../../pages/visitor/accessibility-page.tsx';
import { EvidencePage } from '../../pages/visitor/evidence-page.tsx';
import { Landing } from '../../pages/visitor/landing-page.tsx';
import { PrivacyPage } from '../../pages/visitor/privacy-page.tsx';
import { noticeSettings } from '../config.ts';
import type { AppEnv } from '../http/app-env.ts';
import { formPlace, sendCached } from '../http/page-cache.tsx';
import { replyTimeNow } from '../reply-time/stored-reply-time.ts';

export async function showLanding(c: Context<AppEnv>) {
  const settings = {
    headline: headlineFor(attributionInAddress(c.req.url).c),
    replyTime: await replyTimeNow(c.env, c.executionCtx),
  };
  return sendCached(
    c,
    settings.headline.title + settings.replyTime,
    (props) => <Landing {...props} {...settings} form={<EnquiryForm form={formPlace} />} />,
    crypto.randomUUID(),
  );
}

export function showEvidence(c: Context<AppEnv>) {
  return sendCached(c, '', (props) => <EvidencePage {...props} />);
}

export function showPrivacy(c: Context<AppEnv>) {
  const settings = noticeSettings(c.env);
  return sendCached(c, JSON.stringify(settings), (props) => <PrivacyPage {...props} settings={settings} />);
}

export function showAccessibility(c: Context<AppEnv>) {
  return sendCached(c, '', (props) => <AccessibilityPage {...props} />);
}
