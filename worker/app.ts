import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { practitionerOnly, sameOriginOnly } from './access/desk-access.ts';
import { answerFailure, answerNotFound, answerTooLarge } from './failures.tsx';
import { enterByHand, showByHand } from './routes/by-hand.tsx';
import { showDeletions } from './routes/deletions.tsx';
import { showInbox, showReview } from './routes/desk.tsx';
import { backTo } from './routes/desk-frame.ts';
import { receiveEnquiry, showForm, showSent } from './routes/enquiry.tsx';
import {
  changeStage,
  handOverEnquiry,
  keepEnquiry,
  keepNote,
  rescueEnquiry,
  showEnquiry,
} from './routes/enquiry-record.tsx';
import { makeExport, showExports } from './routes/exports.tsx';
import { showFigures } from './routes/figures.tsx';
import { showCard, showMark } from './routes/files.ts';
import { showHealth } from './routes/health.ts';
import { erasePerson, sendPerson, showPerson } from './routes/person.tsx';
import { changePromise, showPromise } from './routes/promise.tsx';
import { showRobots, showSecurityContact, showSitemap } from './routes/robots.ts';
import { endAlarm, showStatus } from './routes/status.tsx';
import { showAccessibility, showEvidence, showLanding, showPrivacy } from './routes/visitor.tsx';
import { changeYours, showYours } from './routes/yours.tsx';
import { httpsOnly, securityHeaders } from './security.ts';
import type { Site } from './site.ts';

const atMost64KiB = bodyLimit({ maxSize: 64 * 1024, onError: answerTooLarge });
// 304 where the browser has it already; pages bring their own tags.
const unlessKnown = etag();

const backToEnquiry = backTo((id) => `/desk/enquiries/${id}`);

export const app = new Hono<Site>()
  .use(securityHeaders, httpsOnly)

  .get('/', showLanding)
  .get('/enquiry', showForm)
  .post('/enquiry', atMost64KiB, receiveEnquiry)
  .get('/sent/:reference/:tag', showSent)
  .get('/yours/:reference/:tag', showYours)
  .post('/yours/:reference/:tag', atMost64KiB, changeYours)
  .get('/evidence', unlessKnown, showEvidence)
  .get('/privacy', unlessKnown, showPrivacy)
  .get('/accessibility', unlessKnown, showAccessibility)
  .get('/mark.svg', unlessKnown, showMark)
  .get('/card.png', unlessKnown, showCard)
  .get('/healthz', showHealth)
  .get('/robots.txt', showRobots)
  .get('/sitemap.xml', showSitemap)
  .get('/.well-known/security.txt', showSecurityContact)

  .use('/desk/*', practitionerOnly, sameOriginOnly, atMost64KiB)
  .get('/desk', showInbox)
  .get('/desk/review', showReview)
  .get('/desk/by-hand', showByHand)
  .post('/desk/enquiries', enterByHand)
  .get('/desk/enquiries/:id', showEnquiry)
  .post('/desk/enquiries/:id/stage', changeStage)
  .post('/desk/enquiries/:id/notes', keepNote)
  .post('/desk/enquiries/:id/inbox', rescueEnquiry)
  .post('/desk/enquiries/:id/keep', keepEnquiry)
  .post('/desk/enquiries/:id/hand-over', handOverEnquiry)
  .get('/desk/figures', showFigures)
  .get('/desk/enquiries/:id/person', showPerson)
  .get('/desk/enquiries/:id/person.json', sendPerson)
  .post('/desk/enquiries/:id/erase', erasePerson)
  .get('/desk/exports', showExports)
  .post('/desk/exports', makeExport)
  .get('/desk/deletions', showDeletions)
  .get('/desk/promise', showPromise)
  .post('/desk/promise', changePromise)
  .get('/desk/status', showStatus)
  .post('/desk/alarms/:kind/end', endAlarm)

  // A session that ended while a form was open: once signed in again, the browser asks for the form's address with GET.
  .get(
    '/desk/enquiries',
    backTo(() => '/desk/by-hand'),
  )
  .get('/desk/enquiries/:id/stage', backToEnquiry)
  .get('/desk/enquiries/:id/notes', backToEnquiry)
  .get('/desk/enquiries/:id/inbox', backToEnquiry)
  .get('/desk/enquiries/:id/hand-over', backToEnquiry)
  .get(
    '/desk/enquiries/:id/keep',
    backTo(() => '/desk/deletions'),
  )
  .get(
    '/desk/enquiries/:id/erase',
    backTo((id) => `/desk/enquiries/${id}/person`),
  )
  .get(
    '/desk/alarms/:kind/end',
    backTo(() => '/desk/status'),
  )

  .notFound(answerNotFound)
  .onError(answerFailure);
