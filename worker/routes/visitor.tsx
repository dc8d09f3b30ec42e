import type { Context } from 'hono';
import { readAttribution } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { emptyForm } from '../../pages/form.ts';
import { Landing } from '../../pages/visitor/landing.tsx';
import type { Site } from '../app.ts';

export function showLanding(c: Context<Site>) {
  const attribution = readAttribution((key) => c.req.query(key));
  const form = <EnquiryForm form={emptyForm(crypto.randomUUID(), attribution)} />;
  // Not no-store: "back" after sending must find this page again, with this form key, so that a resend is known.
  c.header('Cache-Control', 'private, no-cache');
  return c.html(<Landing attribution={attribution} form={form} />);
}
