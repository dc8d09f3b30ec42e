import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { href, paths } from '../pages/paths.ts';
import { enterByHand, showByHand } from './desk/by-hand/enter-by-hand.tsx';
import { endCopyTodo } from './desk/deletions/end-copy-todo.ts';
import { showDeletions } from './desk/deletions/show-deletions.tsx';
import { deskFrame } from './desk/desk-frame.tsx';
import {
  changeStage,
  extendEnquiry,
  handOverEnquiry,
  rescueEnquiry,
  saveNote,
  showEnquiry,
} from './desk/enquiry/change-enquiry.tsx';
import { saveEvidenceChecks } from './desk/evidence/save-evidence-checks.tsx';
import { showEvidenceChecks, showSource } from './desk/evidence/show-evidence-checks.tsx';
import { showFigures } from './desk/figures/show-figures.tsx';
import { showInbox } from './desk/inbox/show-inbox.tsx';
import { makeLeadsFile } from './desk/leads/make-leads-file.tsx';
import { showLeadsFiles } from './desk/leads/show-leads-files.tsx';
import { openSite, shutSite } from './desk/opening/change-door.tsx';
import { doAct, sendTestMail } from './desk/opening/do-act.tsx';
import { sendOpening, showOpening, showShutting } from './desk/opening/show-opening.tsx';
import { erasePerson, sendPerson, showPerson } from './desk/people/erase-person.tsx';
import { changePortrait, removePortrait, showPortraitForm } from './desk/portrait/change-portrait.tsx';
import { showPhoto } from './desk/portrait/show-photo.ts';
import { saveFacts, showFacts } from './desk/practice/change-facts.tsx';
import { giveDraftUp, publishFacts, showDropping } from './desk/practice/publish-facts.tsx';
import { goBack, showHistory } from './desk/practice/show-history.tsx';
import { showPractice } from './desk/practice/show-practice.tsx';
import { showPreview } from './desk/practice/show-preview.tsx';
import { changeReplyTime, showReplyTime } from './desk/reply-time/change-reply-time.tsx';
import { showReview } from './desk/review/show-review.tsx';
import { changeSettings, showSettings } from './desk/settings/change-settings.tsx';
import { goBackTo, showSettingsHistory } from './desk/settings/settings-history.tsx';
import { endAlarm, showStatus } from './desk/status/show-status.tsx';
import { heldAgainstTombstones } from './enquiries/hold-against-tombstones.ts';
import { practitionerOnly, sameOriginOnly } from './http/access/desk-access.ts';
import { backTo } from './http/access/session.ts';
import type { AppEnv } from './http/app-env.ts';
import { databaseAndKeys } from './http/database-and-keys.ts';
import { answerFailure, answerNotAllowed, answerNotFound } from './http/failures.tsx';
import { knownOnly, openOnly } from './http/open-only.tsx';
import { httpsOnly, securityHeaders, withoutSlash } from './http/security-headers.ts';
import { shortAddress } from './http/short-address.ts';
import { receiveEnquiry } from './intake/receive-enquiry.tsx';
import { showForm } from './intake/send-form.tsx';
import { changeOwnEnquiry, showOwnEnquiry } from './own-enquiry/change-own-enquiry.tsx';
import { showSent } from './own-enquiry/show-sent.tsx';
import { showHealth } from './visitor/health.ts';
import { showCard, showLogo } from './visitor/public-files.ts';
import { showRobots, showSecurityContact, showSitemap } from './visitor/robots.ts';
import { showPortrait } from './visitor/show-portrait.ts';
import { showAccessibility, showEvidence, showLanding, showPrivacy } from './visitor/visitor-pages.tsx';

// 304 where the browser has it already; pages bring their own tags.
const unlessKnown = etag();

const backToEnquiry = backTo((id) => href(paths.record, { id }));

export const app = new Hono<AppEnv>();

app
  .use(
    securityHeaders,
    httpsOnly,
    shortAddress,
    withoutSlash,
    methodNotAllowed({ app, onMethodNotAllowed: answerNotAllowed }),
  )
  .on('GET', [paths.landing, paths.enquiry, paths.evidence, paths.accessibility], knownOnly, openOnly)
  .use(paths.sent, databaseAndKeys)
  .use(paths.ownEnquiry, databaseAndKeys, heldAgainstTombstones)
  .use(
    `${paths.inbox}/*`,
    practitionerOnly,
    sameOriginOnly,
    databaseAndKeys,
    heldAgainstTombstones,
    deskFrame,
  )

  .get(paths.landing, showLanding)
  .get(paths.enquiry, showForm)
  .post(paths.enquiry, receiveEnquiry)
  .get(paths.sent, showSent)
  .get(paths.ownEnquiry, showOwnEnquiry)
  .post(paths.ownEnquiry, changeOwnEnquiry)
  .get(paths.evidence, unlessKnown, showEvidence)
  .get(paths.privacy, knownOnly, unlessKnown, showPrivacy)
  .get(paths.accessibility, unlessKnown, showAccessibility)
  .get(paths.logo, unlessKnown, showLogo)
  .get(paths.card, unlessKnown, showCard)
  .get(paths.portrait, showPortrait)
  .get(paths.health, showHealth)
  .get(paths.robots, showRobots)
  .get(paths.sitemap, showSitemap)
  .get(paths.securityContact, showSecurityContact)

  .get(paths.inbox, showInbox)
  .get(paths.review, showReview)
  .get(paths.byHand, showByHand)
  .post(paths.enquiries, enterByHand)
  .get(paths.record, showEnquiry)
  .post(paths.stage, changeStage)
  .post(paths.notes, saveNote)
  .post(paths.rescue, rescueEnquiry)
  .post(paths.extend, extendEnquiry)
  .post(paths.handOver, handOverEnquiry)
  .get(paths.figures, showFigures)
  .get(paths.person, showPerson)
  .get(paths.personData, sendPerson)
  .post(paths.erase, erasePerson)
  .get(paths.leads, showLeadsFiles)
  .post(paths.leads, makeLeadsFile)
  .get(paths.deletions, showDeletions)
  .post(paths.copyDone, endCopyTodo)
  .get(paths.replyTime, showReplyTime)
  .post(paths.replyTime, changeReplyTime)
  .get(paths.settings, showSettings)
  .post(paths.settings, changeSettings)
  .get(paths.settingsHistory, showSettingsHistory)
  .post(paths.settingsHistory, goBackTo)
  .get(paths.evidenceChecks, showEvidenceChecks)
  .get(paths.evidenceOf, showSource)
  .post(paths.evidenceOf, saveEvidenceChecks)
  .get(paths.practice, showPractice)
  .get(paths.factGroup, showFacts)
  .post(paths.factGroup, saveFacts)
  .get(paths.preview, showPreview)
  .post(paths.publish, publishFacts)
  .get(paths.dropDraft, showDropping)
  .post(paths.dropDraft, giveDraftUp)
  .get(paths.practiceHistory, showHistory)
  .post(paths.practiceHistory, goBack)
  .get(paths.portraitForm, showPortraitForm)
  .post(paths.portraitForm, changePortrait)
  .post(paths.removePortrait, removePortrait)
  .get(paths.deskPortrait, showPhoto)
  .get(paths.opening, showOpening)
  .get(paths.openingData, sendOpening)
  .post(paths.open, openSite)
  .get(paths.shut, showShutting)
  .post(paths.shut, shutSite)
  .post(paths.testMail, sendTestMail)
  .post(paths.act, doAct)
  .get(paths.status, showStatus)
  .post(paths.endAlarm, endAlarm)

  // A session that ended while a form was open: once signed in again, the browser asks for the form's address with GET.
  .get(
    paths.enquiries,
    backTo(() => paths.byHand),
  )
  .get(paths.stage, backToEnquiry)
  .get(paths.notes, backToEnquiry)
  .get(paths.rescue, backToEnquiry)
  .get(paths.handOver, backToEnquiry)
  .get(
    paths.extend,
    backTo(() => paths.deletions),
  )
  .get(
    paths.copyDone,
    backTo(() => paths.deletions),
  )
  .get(
    paths.erase,
    backTo((id) => href(paths.person, { id })),
  )
  .get(
    paths.publish,
    backTo(() => paths.practice),
  )
  .get(
    paths.removePortrait,
    backTo(() => paths.portraitForm),
  )
  .get(
    paths.open,
    backTo(() => paths.opening),
  )
  .get(
    paths.testMail,
    backTo(() => paths.opening),
  )
  .get(
    paths.act,
    backTo(() => paths.opening),
  )
  .get(
    paths.endAlarm,
    backTo(() => paths.status),
  )

  .notFound(answerNotFound)
  .onError(answerFailure);
