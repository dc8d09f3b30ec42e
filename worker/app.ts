import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { practitionerOnly, sameOriginOnly } from './access.ts';
import { answerFailure, answerNotFound, answerTooLarge } from './failures.tsx';
import { endAlarm, rescueEnquiry, showEnquiry, showInbox, showReview, showStatus } from './routes/desk.tsx';
import { receiveEnquiry, showForm, showSent } from './routes/enquiry.tsx';
import { showHealth } from './routes/health.ts';
import { sendLeads } from './routes/leads.tsx';
import { showRobots, showSecurityContact, showSitemap } from './routes/robots.ts';
import { showAccessibility, showEvidence, showLanding, showPrivacy } from './routes/visitor.tsx';
import { securityHeaders } from './security.ts';
import type { Site } from './site.ts';

const atMost64KiB = bodyLimit({ maxSize: 64 * 1024, onError: answerTooLarge });

export const app = new Hono<Site>()
  .use(securityHeaders)

  .get('/', showLanding)
  .get('/enquiry', showForm)
  .post('/enquiry', atMost64KiB, receiveEnquiry)
  .get('/sent/:reference/:tag', showSent)
  .get('/evidence', showEvidence)
  .get('/privacy', showPrivacy)
  .get('/accessibility', showAccessibility)
  .get('/healthz', showHealth)
  .get('/robots.txt', showRobots)
  .get('/sitemap.xml', showSitemap)
  .get('/.well-known/security.txt', showSecurityContact)

  .use('/desk/*', practitionerOnly, sameOriginOnly, atMost64KiB)
  .get('/desk', showInbox)
  .get('/desk/review', showReview)
  .get('/desk/status', showStatus)
  .get('/desk/enquiries/:id', showEnquiry)
  .post('/desk/enquiries/:id/inbox', rescueEnquiry)
  .post('/desk/alarms/:kind/end', endAlarm)
  .post('/desk/leads', sendLeads)

  .notFound(answerNotFound)
  .onError(answerFailure);
