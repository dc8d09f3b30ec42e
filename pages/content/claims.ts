import type { Certainty, FindingKey } from './findings.ts';
import type { IsoDate, SourceKey } from './sources.ts';

/** One statement about effect, safety or what a body recommends. The page says such things only through these. */
export interface Claim {
  text: string;
  /** What the text introduces, one line each. */
  items?: readonly string[];
  sources: readonly [SourceKey, ...SourceKey[]];
  findings?: readonly FindingKey[];
  /** The reviewers' word, or ours (never above "low") where nobody rated it; null when it is not about an effect. */
  certainty: Certainty | null;
  outcome: string;
  /** What acupuncture was compared with, as a phrase that follows "against". */
  comparison: string;
  timeFrame: string;
  /** Under the CAP Code: an effect that may be advertised, a report of fact, or a belief told as one. */
  advertising: 'allowed' | 'factual' | 'belief';
  checkedOn: IsoDate;
  /** 12 months after `checkedOn` at most; sooner for web pages that change without notice. */
  expiresOn: IsoDate;
  toConfirm?: true;
}

/** What GRADE's words mean to somebody who has never met them. */
export const certaintyWords = {
  high: 'very sure (high certainty)',
  moderate: 'fairly sure (moderate certainty)',
  low: 'not sure (low certainty)',
  'very low': 'not at all sure (very low certainty)',
} satisfies Record<Certainty, string>;

const aYear = { checkedOn: '2026-11-23', expiresOn: '2027-11-23' } as const;
const halfAYear = { checkedOn: '2026-11-23', expiresOn: '2027-05-23' } as const;
/** For what is not a comparison: advice, warnings, how things are done. */
const plain = { certainty: null, comparison: 'none', timeFrame: 'none', advertising: 'factual' } as const;

export const claims = {
  balance: {
    text: 'Acupuncture may give some people short-term relief from long-lasting low back pain. It is only slightly better than pretend needling, if it is better at all. NICE tells the NHS not to offer it for back pain.',
    sources: ['cochrane2020', 'niceNg59'],
    findings: ['painVsSham', 'painVsNothing', 'painVsUsualCare'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'pretend needling',
    timeFrame: 'short term',
    advertising: 'allowed',
    ...aYear,
    toConfirm: true,
  },

  emergency: {
    ...plain,
    text: 'Call 999 or go to A&E if you have:',
    items: [
      'pain, tingling, weakness or numbness in both legs',
      'numbness or tingling around your genitals or buttocks',
      'trouble peeing, or loss of control over your bladder or bowels',
      'chest pain',
      'back pain after a serious accident',
    ],
    sources: ['nhsBackPain'],
    outcome: 'when to get emergency help',
    ...halfAYear,
  },
  urgent: {
    ...plain,
    text: 'Call 111 or ask for an urgent GP appointment if you have back pain and:',
    items: [
      'a high temperature, or weight loss you cannot explain',
      'a lump or swelling, or your back has changed shape',
      'it is no better when you rest, or it is worse at night',
      'it hurts more when you sneeze, cough or poo',
      'it comes from the top of your back, between your shoulders',
    ],
    sources: ['nhsBackPain'],
    outcome: 'when to get urgent help',
    ...halfAYear,
  },
  seeGp: {
    ...plain,
    text: 'See a GP if it is no better after a few weeks, stops you living normally, is very bad or getting worse, or worries you.',
    sources: ['nhsBackPain'],
    outcome: 'when to see a GP',
    ...halfAYear,
  },
  selfCare: {
    ...plain,
    text: 'If it is new, give it time. Most back pain settles within weeks. Keep moving, carry on with daily life, try heat or cold, and ask a pharmacist what you can take.',
    sources: ['nhsBackPain'],
    outcome: 'self-care',
    ...halfAYear,
  },

  cochraneNothing: {
    text: 'In the short term, people had less pain than with no treatment: about 20 points less, out of 100.',
    sources: ['cochrane2020'],
    findings: ['painVsNothing'],
    certainty: 'moderate',
    outcome: 'pain',
    comparison: 'no treatment',
    timeFrame: 'within 7 days of the last session',
    advertising: 'allowed',
    ...aYear,
    toConfirm: true,
  },
  cochraneSham: {
    text: 'Against pretend needling the gap was about 9 points, and it made no clear difference to what people could do. The reviewers count a gap of 15 points as worthwhile, so 9 is too small.',
    sources: ['cochrane2020'],
    findings: ['painVsSham', 'functionVsSham'],
    certainty: 'low',
    outcome: 'pain and back function',
    comparison: 'pretend needling',
    timeFrame: 'within 7 days of the last session',
    advertising: 'factual',
    ...aYear,
    toConfirm: true,
  },
  cochraneUsualCare: {
    text: 'Against usual care it was about 10 points, which is too small as well.',
    sources: ['cochrane2020'],
    findings: ['painVsUsualCare'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'usual care',
    timeFrame: 'within 7 days of the last session',
    advertising: 'factual',
    ...aYear,
    toConfirm: true,
  },
  cochraneLimit: {
    ...plain,
    text: 'Those giving the needles knew which were real. Results were taken within 7 days of the last session, so they say nothing about later.',
    sources: ['cochrane2020'],
    outcome: 'weaknesses of the review',
    ...aYear,
  },

  niceAdvice: {
    ...plain,
    text: 'NICE tells the NHS not to offer acupuncture for low back pain, with or without sciatica. It has said so since 2016.',
    sources: ['niceNg59'],
    outcome: 'what NICE recommends',
    ...halfAYear,
  },
  niceInstead: {
    ...plain,
    text: 'Instead it favours staying active and exercise, and for some people psychological support or anti-inflammatory medicine.',
    sources: ['niceNg59'],
    outcome: 'what NICE recommends',
    ...halfAYear,
  },
  niceMassage: {
    ...plain,
    text: 'NICE backs massage and other hands-on therapy only alongside exercise.',
    sources: ['niceNg59'],
    outcome: 'what NICE recommends',
    ...halfAYear,
  },
  niceOtherPain: {
    ...plain,
    text: 'NICE does let the NHS think about one course for chronic primary pain, a different diagnosis. That advice leaves low back pain out, so it is no support for it.',
    sources: ['niceNg193', 'niceNg59'],
    outcome: 'what NICE recommends',
    ...halfAYear,
    toConfirm: true,
  },
  nhsOffers: {
    ...plain,
    text: 'Some parts of the NHS offer it for some kinds of long-term pain and for headaches.',
    sources: ['nhsAcupuncture'],
    outcome: 'what the NHS offers',
    ...halfAYear,
    toConfirm: true,
  },

  york: {
    text: 'In a trial in York, 241 adults had usual care, most with 10 sessions offered as well. After 12 months the gain was uncertain and may have been nothing. After 24 months those offered acupuncture had slightly less pain: 8 points, out of 100.',
    sources: ['thomas2006'],
    findings: ['york12Months', 'york24Months'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'usual care',
    timeFrame: '12 and 24 months',
    advertising: 'factual',
    ...aYear,
  },
  yorkNoBetter: {
    text: 'They were no better at everyday tasks, and 5.5 to 7 years on there was no sign of a difference in pain.',
    sources: ['thomas2006', 'prady2007'],
    findings: ['yorkDisability', 'yorkYearsLater'],
    certainty: 'low',
    outcome: 'everyday disability, and pain years later',
    comparison: 'usual care',
    timeFrame: '24 months, and 5.5 to 7 years',
    advertising: 'factual',
    ...aYear,
  },
  yorkLimit: {
    ...plain,
    text: 'In York everybody knew who had acupuncture, and nobody had pretend needling. Some had been in pain for only 4 weeks, so not all of it was long-lasting.',
    sources: ['thomas2006'],
    outcome: 'weaknesses of the trial',
    ...aYear,
  },
  notAmongFew: {
    text: 'In 2025 a review in another BMJ journal took 301 trials of 56 treatments, each against a placebo. A few treatments did better. Acupuncture was not one of them.',
    sources: ['cashin2025'],
    findings: ['beatsPlacebo'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'a placebo',
    timeFrame: 'soon after treatment',
    advertising: 'factual',
    ...aYear,
  },

  overview: {
    text: 'A Cochrane overview of 2025 put people’s function slightly ahead of pretend needling or usual care, by 0.38 standard deviations. Its summary sounds rosier than its tables.',
    sources: ['cochrane2025'],
    findings: ['overviewFunction'],
    certainty: 'low',
    outcome: 'function',
    comparison: 'pretend needling or usual care',
    timeFrame: 'short term',
    advertising: 'factual',
    ...aYear,
  },
  chronicPain: {
    text: 'For long-lasting pain of several kinds, the gap to no acupuncture was about 0.5 standard deviations, and to pretend needling about 0.2.',
    sources: ['vickers2018'],
    findings: ['chronicPain'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'no acupuncture, and pretend needling',
    timeFrame: 'after a course',
    advertising: 'factual',
    ...aYear,
  },
  persistence: {
    text: 'At 12 months about 90% of the gap to no acupuncture was still there, but about 50% of the small gap to pretend needling was gone. The trials covered several kinds of pain.',
    sources: ['macpherson2017'],
    findings: ['persistence'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'no acupuncture, and pretend needling',
    timeFrame: '12 months',
    advertising: 'factual',
    ...aYear,
  },
  olderAdults: {
    text: 'Among 800 older adults in the USA, 39.1% and 43.8% of those with acupuncture improved by 30% or more at 6 months, against 29.4% with usual care. No group had pretend needling.',
    sources: ['backInAction2025'],
    findings: ['olderAdults'],
    certainty: 'low',
    outcome: 'disability from back pain',
    comparison: 'usual care',
    timeFrame: '6 months',
    advertising: 'factual',
    ...aYear,
  },

  tradition: {
    ...plain,
    text: 'In traditional theory the needles balance a life force that runs along lines in the body. That is a belief, not a fact.',
    sources: ['nhsAcupuncture'],
    outcome: 'how it is said to act',
    advertising: 'belief',
    ...aYear,
    toConfirm: true,
  },
  mechanism: {
    ...plain,
    text: 'The modern idea is that needles stir nerves, and that the brain and spinal cord then dampen pain signals for a while. How it might act is still debated, and neither idea is settled.',
    sources: ['nhsAcupuncture'],
    outcome: 'how it is thought to act',
    advertising: 'belief',
    ...aYear,
    toConfirm: true,
  },
  careMatters: {
    text: 'In trials, real needling did only a little better than pretend needling. So much of what they felt may have come from hope, attention and rest.',
    sources: ['vickers2018', 'cochrane2020'],
    findings: ['chronicPain', 'painVsSham'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'pretend needling',
    timeFrame: 'short term',
    advertising: 'factual',
    ...aYear,
    toConfirm: true,
  },
  causes: {
    ...plain,
    text: 'Often there is no single clear cause. Any of these may play a part:',
    items: [
      'a strain, from lifting or a sudden awkward move',
      'sitting for a long time, or too little movement',
      'sport, or doing the same thing over and over',
      'changes in the joints and discs that come with age',
      'a slipped disc that presses on a nerve, which can cause sciatica',
      'tense muscles, for instance in hard times',
      'pregnancy',
    ],
    sources: ['nhsBackPain'],
    outcome: 'what may cause low back pain',
    ...halfAYear,
    toConfirm: true,
  },

  feel: {
    ...plain,
    text: 'Most people feel little: a tiny prick, then perhaps a tingle, warmth or a dull ache. Some find the session relaxing.',
    sources: ['nhsAcupuncture'],
    outcome: 'how needles feel',
    ...halfAYear,
    toConfirm: true,
  },
  hurt: {
    ...plain,
    text: 'A little, now and then. It should not be sharp: if it is, say so, and I take the needle out at once. You may be sore there afterwards.',
    sources: ['nhsAcupuncture'],
    outcome: 'how needles feel',
    ...halfAYear,
    toConfirm: true,
  },
  commonEffects: {
    ...plain,
    text: 'These are fairly common, and pass: soreness, a little bleeding or a small bruise where a needle was, feeling sleepy, light-headed or sick, or more pain for a while.',
    sources: ['nhsAcupuncture', 'baumler2021'],
    outcome: 'unwanted effects',
    timeFrame: 'hours to days',
    ...halfAYear,
    toConfirm: true,
  },
  harmRates: {
    text: 'Over a course, about 9 in 100 people have at least one unwanted effect. About half of these are bleeding or bruising. Serious harm is very rare, but it happens: to about 1 in 10,000 people.',
    sources: ['baumler2021'],
    findings: ['unwantedEffects', 'seriousHarm'],
    certainty: 'low',
    outcome: 'unwanted effects',
    comparison: 'none',
    timeFrame: 'over a course',
    advertising: 'factual',
    ...aYear,
  },
  harmsAlike: {
    text: 'Unwanted effects were about as frequent as with pretend needling or usual care, and mostly mild to moderate.',
    sources: ['cochrane2020'],
    findings: ['harmsInReview'],
    certainty: 'low',
    outcome: 'unwanted effects',
    comparison: 'pretend needling or usual care',
    timeFrame: 'during the trials',
    advertising: 'factual',
    ...aYear,
  },
  tellMeFirst: {
    ...plain,
    text: 'Tell me first, or ask your GP, if you:',
    items: [
      'bleed easily or take blood thinners',
      'are allergic to metal',
      'have an infection or broken skin where needles might go',
      'are pregnant, or might be',
      'have a pacemaker or another electrical implant',
    ],
    sources: ['nhsAcupuncture'],
    outcome: 'who should ask first',
    ...halfAYear,
    toConfirm: true,
  },
  regulation: {
    ...plain,
    text: 'No UK law decides who may call themselves an acupuncturist. Many of us must register with the council, which checks hygiene, not skill. Some voluntary registers are accredited by the Professional Standards Authority.',
    sources: ['nhsAcupuncture'],
    outcome: 'regulation',
    ...halfAYear,
    toConfirm: true,
  },

  sessions: {
    ...plain,
    text: 'Most trials used about 10 sessions, and the York trial offered 10. That is no promise that 10 will do anything for you.',
    sources: ['thomas2006', 'cochrane2020'],
    outcome: 'number of sessions',
    ...aYear,
  },
  howLong: {
    text: 'Nobody can tell you. Cochrane looked no later than 7 days after the last session. In York the result after 12 months was uncertain, and 5.5 to 7 years on there was no sign of a difference.',
    sources: ['cochrane2020', 'thomas2006', 'prady2007'],
    findings: ['york12Months', 'yorkYearsLater', 'yorkDisability'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'usual care',
    timeFrame: '7 days to 7 years',
    advertising: 'factual',
    ...aYear,
  },

  overviewLimit: {
    ...plain,
    text: 'The true gap could lie anywhere from 0.07 to 0.69 standard deviations: from next to nothing to a middling one.',
    sources: ['cochrane2025'],
    findings: ['overviewFunction'],
    outcome: 'weaknesses of the overview',
    ...aYear,
  },
  chronicPainLimit: {
    ...plain,
    text: 'It cannot speak for low back pain alone: people had several kinds of pain. A year later the effect was about 15% smaller.',
    sources: ['vickers2018'],
    findings: ['chronicPain'],
    outcome: 'weaknesses of the analysis',
    ...aYear,
  },
  persistenceLimit: {
    ...plain,
    text: 'It cannot speak for low back pain alone: people had several kinds of pain.',
    sources: ['macpherson2017'],
    outcome: 'weaknesses of the analysis',
    ...aYear,
  },
  olderAdultsLimit: {
    ...plain,
    text: 'With no pretend needling to compare with, nobody can tell what the needles did and what the care around them did. The average age was 73.6.',
    sources: ['backInAction2025'],
    outcome: 'weaknesses of the trial',
    ...aYear,
  },
  notAmongFewLimit: {
    ...plain,
    text: 'The evidence on acupuncture in it was of low certainty, so better studies could change the picture.',
    sources: ['cashin2025'],
    outcome: 'weaknesses of the review',
    ...aYear,
  },
  yorkReplied: {
    ...plain,
    text: 'Only 43.9% of people replied after all those years, so the answer is a rough one.',
    sources: ['prady2007'],
    outcome: 'weaknesses of the follow-up',
    ...aYear,
  },
  harmRatesLimit: {
    ...plain,
    text: 'Serious harm is so rare that its rate is a rough one: it could be anywhere from 0.23 to 2.33 in 10,000 people.',
    sources: ['baumler2021'],
    findings: ['seriousHarm'],
    outcome: 'weaknesses of the review',
    ...aYear,
  },
  advertising: {
    ...plain,
    text: 'The UK advertising rules let an acupuncturist say that it may give short-term relief of long-lasting low back pain, and no more than that.',
    sources: ['capCode'],
    outcome: 'what an advert may say',
    ...halfAYear,
    toConfirm: true,
  },
} satisfies Record<string, Claim>;

export type ClaimKey = keyof typeof claims;
