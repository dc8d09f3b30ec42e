import type { Child } from 'hono/jsx';
import { EnquiryForm } from '../../components/enquiry-form.tsx';
import { headlineFor } from '../../content/headlines.ts';
import { replyTimeToday } from '../../content/reply-time.ts';
import { checkForm, emptyForm, type Form } from '../../form.ts';
import { paths } from '../../paths.ts';
import type { Practice } from '../../practice.ts';
import { AccessibilityPage } from '../../visitor/accessibility-page.tsx';
import { EvidencePage } from '../../visitor/evidence-page.tsx';
import { EnquiryPage } from '../../visitor/form-page.tsx';
import { Landing } from '../../visitor/landing-page.tsx';
import { OpensSoonPage } from '../../visitor/opens-soon-page.tsx';
import { PrivacyPage } from '../../visitor/privacy-page.tsx';
import { SentPage } from '../../visitor/sent-page.tsx';

interface Preview {
  title: string;
  /** Where visitors find the page, so that links to it stay inside the preview. */
  path?: string;
  /** `origin` as https://practice.example. */
  page(practice: Practice, origin: string): Child;
}

const attribution = {};
// Without words that were shown a form has no consent to give and no button: here it shows both.
const form = { ...emptyForm('preview', attribution), shown: 'draft.landing.preview' };

export const previews = {
  landing: {
    title: 'The page that adverts lead to',
    path: paths.landing,
    page: ({ settings }, origin) => (
      <Landing
        attribution={attribution}
        address={origin + paths.landing}
        headline={headlineFor(undefined)}
        replyTime={replyTimeToday(settings)}
        form={<EnquiryForm form={form} />}
      />
    ),
  },
  evidence: {
    title: 'The evidence in full',
    path: paths.evidence,
    page: (_, origin) => <EvidencePage attribution={attribution} address={origin + paths.evidence} />,
  },
  form: {
    title: 'The form alone',
    path: paths.enquiry,
    page: () => <EnquiryPage form={form} trouble="gone" />,
  },
  mistake: {
    title: 'The form with mistakes',
    page: () => <EnquiryPage form={mistakenForm()} trouble="mistakes" />,
  },
  'not-sent': {
    title: 'The form when it could not be sent',
    page: () => <EnquiryPage form={form} trouble="not-stored" />,
  },
  received: {
    title: 'After sending',
    page: ({ settings }) => (
      <SentPage reference="3679CDFG" replyTime={replyTimeToday(settings)} own={paths.enquiry} />
    ),
  },
  privacy: {
    title: 'Privacy',
    path: paths.privacy,
    page: (_, origin) => <PrivacyPage attribution={attribution} address={origin + paths.privacy} />,
  },
  accessibility: {
    title: 'Accessibility',
    path: paths.accessibility,
    page: (_, origin) => (
      <AccessibilityPage attribution={attribution} address={origin + paths.accessibility} />
    ),
  },
  'opens-soon': { title: 'While the site is shut', page: () => <OpensSoonPage wasOpen /> },
} as const satisfies Record<string, Preview>;

export type PreviewName = keyof typeof previews;
export const previewNames = Object.keys(previews) as PreviewName[];

/** The form as it comes back when nothing was filled in. */
function mistakenForm(): Form {
  const checked = checkForm(form.values);
  return { ...form, errors: 'errors' in checked ? checked.errors : {} };
}

/** The preview of the page at an address of the site; undefined when there is none. */
export function previewOf(path: string): PreviewName | undefined {
  return previewNames.find((name) => (previews[name] as Preview).path === path);
}

/** Stands above every page of a preview. */
export function PreviewBanner() {
  return (
    <section class="page" aria-label="About this preview">
      <p>
        <strong class="blank">Preview: nobody else sees this.</strong> The form sends nothing.{' '}
        <a href={paths.practice}>Back to your practice</a>
      </p>
    </section>
  );
}
