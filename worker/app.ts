import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { practitionerOnly, sameOriginOnly } from './access/desk-access.ts';
import type { AppEnv } from './app-env.ts';
import { enterByHand, showByHand } from './desk/by-hand/enter-by-hand.tsx';
import { showDeletions } from './desk/deletions/show-deletions.tsx';
import { backTo } from './desk/desk-frame.ts';
import {
  changeStage,
  extendEnquiry,
  handOverEnquiry,
  rescueEnquiry,
  saveNote,
  showEnquiry,
} from './desk/enquiry/change-enquiry.tsx';
import { showFigures } from './desk/figures/show-figures.tsx';
import { showInbox, showReview } from './desk/inbox/show-inbox.tsx';
import { makeLeadsFile, showLeadsFiles } from './desk/leads/make-leads-file.tsx';
import { erasePerson, sendPerson, showPerson } from './desk/people/erase-person.tsx';
import { changeReplyTime, showReplyTime } from './desk/reply-time/change-reply-time.tsx';
import { endAlarm, showStatus } from './desk/status/show-status.tsx';
import { answerFailure, answerNotFound, answerTooLarge } from './http/failures.tsx';
import { httpsOnly, securityHeaders } from './http/security-headers.ts';
import { receiveEnquiry, showForm, showSent } from './intake/receive-enquiry.tsx';
import { changeOwnEnquiry, showOwnEnquiry } from './own-enquiry/change-own-enquiry.tsx';
import { showHealth } from './visitor/health.ts';
import { showCard, showLogo } from './visitor/public-files.ts';
import { showRobots, showSecurityContact, showSitemap } from './visitor/robots.ts';
import { showAccessibility, showEvidence, showLanding, showPrivacy } from './visitor/visitor-pages.tsx';

const atMost64KiB = bodyLimit({ maxSize: 64 * 1024, onError: answerTooLarge });
// 304 where the browser has it already; pages bring their own tags.
const unlessKnown = etag();

const backToEnquiry = backTo((id) => `/desk/enquiries/${id}`);

export const app = new Hono<AppEnv>()
  .use(securityHeaders, httpsOnly)

  .get('/', showLanding)
  .get('/enquiry', showForm)
  .post('/enquiry', atMost64KiB, receiveEnquiry)
  .get('/sent/:reference/:tag', showSent)
  .get('/yours/:reference/:tag', showOwnEnquiry)
  .post('/yours/:reference/:tag', atMost64KiB, changeOwnEnquiry)
  .get('/evidence', unlessKnown, showEvidence)
  .get('/privacy', unlessKnown, showPrivacy)
  .get('/accessibility', unlessKnown, showAccessibility)
  .get('/mark.svg', unlessKnown, showLogo)
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
  .post('/desk/enquiries/:id/notes', saveNote)
  .post('/desk/enquiries/:id/inbox', rescueEnquiry)
  .post('/desk/enquiries/:id/keep', extendEnquiry)
  .post('/desk/enquiries/:id/hand-over', handOverEnquiry)
  .get('/desk/figures', showFigures)
  .get('/desk/enquiries/:id/person', showPerson)
  .get('/desk/enquiries/:id/person.json', sendPerson)
  .post('/desk/enquiries/:id/erase', erasePerson)
  .get('/desk/exports', showLeadsFiles)
  .post('/desk/exports', makeLeadsFile)
  .get('/desk/deletions', showDeletions)
  .get('/desk/promise', showReplyTime)
  .post('/desk/promise', changeReplyTime)
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
