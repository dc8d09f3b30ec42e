import { type FindingKey, findings, type IsoDate, type SourceKey } from './sources.ts';

/** A statement about effect, safety or what a body recommends. The page says such things only through these. */
interface Statement {
  text: string;
  /** What the text introduces, one line each. */
  items?: readonly string[];
  sources: readonly [SourceKey, ...SourceKey[]];
  /** Under the CAP Code: an effect that may be advertised, a report of fact, or a belief told as one. */
  advertising: 'allowed' | 'factual' | 'belief';
  /** When its wording was last compared with what is known of its sources. Visitors are told what a person compared. */
  checkedOn: IsoDate;
  /** 12 months after `checkedOn` at most; sooner for web pages that change without notice. */
  expiresOn: IsoDate;
}

/** Says what was found. It is as sure as the least sure of its findings, which alone hold how sure that is. */
interface FoundClaim extends Statement {
  findings: readonly [FindingKey, ...FindingKey[]];
  reading?: never;
}

/** Rests on no finding, and so says whose reading it is: a source's own words, or ours. */
interface ToldClaim extends Statement {
  reading: SourceKey | 'ours';
  findings?: never;
}

export type Claim = FoundClaim | ToldClaim;

const aYear = { checkedOn: '2026-11-23', expiresOn: '2027-11-23' } as const;
const halfAYear = { checkedOn: '2026-11-23', expiresOn: '2027-05-23' } as const;

export const claims = {
  balance: {
    text: 'Acupuncture may give some people short-term relief from long-lasting low back pain. It is only slightly better than pretend needling, if it is better at all. NICE, for England, tells the NHS not to offer it for back pain.',
    sources: ['cochrane2020', 'niceNg59'],
    findings: ['painVsSham', 'painVsNothing', 'painVsUsualCare'],
    advertising: 'allowed',
    ...aYear,
  },
  whoItIsAbout: {
    text: 'Here “long-lasting low back pain” means pain for more than 3 months with no known cause (“non-specific”). Cochrane’s reviewers left out trials of pain with a known cause.',
    sources: ['cochrane2020'],
    reading: 'cochrane2020',
    advertising: 'factual',
    ...aYear,
  },

  emergency: {
    text: 'Call 999 or go to A&E if you have:',
    items: [
      'pain, tingling, weakness or numbness in both legs',
      'numbness or tingling around your genitals or buttocks',
      'trouble peeing, or loss of control over your bladder or bowels',
      'chest pain',
      'back pain after a serious accident',
    ],
    sources: ['nhsBackPain'],
    reading: 'nhsBackPain',
    advertising: 'factual',
    ...halfAYear,
  },
  urgent: {
    text: 'Call 111 or ask for an urgent GP appointment if you have back pain and:',
    items: [
      'a high temperature, or weight loss you cannot explain',
      'a lump or swelling, or your back has changed shape',
      'it is no better when you rest, or it is worse at night',
      'it hurts more when you sneeze, cough or poo',
      'it comes from the top of your back, between your shoulders',
    ],
    sources: ['nhsBackPain'],
    reading: 'nhsBackPain',
    advertising: 'factual',
    ...halfAYear,
  },
  seeGp: {
    text: 'See a GP if your back pain is no better after a few weeks, stops you living normally, is very bad or getting worse, or worries you.',
    sources: ['nhsBackPain'],
    reading: 'nhsBackPain',
    advertising: 'factual',
    ...halfAYear,
  },
  selfCare: {
    text: 'If the pain is new, give it time. Most back pain eases within weeks. Keep moving, carry on with daily life, try heat or cold, and ask a pharmacist what you can take.',
    sources: ['nhsBackPain'],
    reading: 'nhsBackPain',
    advertising: 'factual',
    ...halfAYear,
  },

  cochraneNothing: {
    text: 'Straight after the course, people who had acupuncture had less pain than people with no treatment: about 20 points less, out of 100. The reviewers counted 15 or more as worthwhile. People could also do more.',
    sources: ['cochrane2020'],
    findings: ['painVsNothing', 'functionVsNothing'],
    advertising: 'factual',
    ...aYear,
  },
  cochraneSham: {
    text: 'Against pretend needling, pain was about 9 points lower straight after the course: too little to count as worthwhile.',
    sources: ['cochrane2020'],
    findings: ['painVsSham'],
    advertising: 'factual',
    ...aYear,
  },
  cochraneShamFunction: {
    text: 'There was no clear difference in what people could do.',
    sources: ['cochrane2020'],
    findings: ['functionVsSham'],
    advertising: 'factual',
    ...aYear,
  },
  cochraneUsualCare: {
    text: 'Against usual care, pain was about 10 points lower: again too little to count as worthwhile. People could do more.',
    sources: ['cochrane2020'],
    findings: ['painVsUsualCare', 'functionVsUsualCare'],
    advertising: 'factual',
    ...aYear,
  },
  overviewNothing: {
    text: 'A Cochrane overview of 2025 adds: in the short term, up to 3 months, acupuncture probably reduces pain and probably slightly improves what people can do, compared with no treatment.',
    sources: ['cochrane2025'],
    findings: ['overviewPainVsNothing', 'overviewFunctionVsNothing'],
    advertising: 'allowed',
    ...aYear,
  },
  overviewOthers: {
    text: 'Compared with pretend needling or usual care, it probably slightly improves what people can do in the short term.',
    sources: ['cochrane2025'],
    findings: ['overviewFunction'],
    advertising: 'allowed',
    ...aYear,
  },
  cochraneDiffer: {
    text: `The two Cochrane documents rate what people could do differently: against pretend needling “${findings.functionVsSham.certainty}” in 2020, against pretend needling or usual care “${findings.overviewFunction.certainty}” in 2025.`,
    sources: ['cochrane2020', 'cochrane2025'],
    findings: ['functionVsSham', 'overviewFunction'],
    advertising: 'factual',
    ...aYear,
  },
  cochraneLimit: {
    text: 'Those who gave the needles knew which were real. The numbers of 2020 were taken within 7 days of the last session, and say nothing about later.',
    sources: ['cochrane2020'],
    reading: 'cochrane2020',
    advertising: 'factual',
    ...aYear,
  },
  worthwhile: {
    text: 'The reviewers set beforehand what counted as worthwhile: a gap of 15 points, or of 30%.',
    sources: ['cochrane2020'],
    findings: ['painVsSham'],
    advertising: 'factual',
    ...aYear,
  },

  niceAdvice: {
    text: 'NICE, for England, tells the NHS not to offer acupuncture for low back pain, with or without sciatica.',
    sources: ['niceNg59'],
    reading: 'niceNg59',
    advertising: 'factual',
    ...halfAYear,
  },
  niceSince: {
    text: 'It has said so since 2016.',
    sources: ['niceNg59'],
    reading: 'niceNg59',
    advertising: 'factual',
    ...halfAYear,
  },
  niceInstead: {
    text: 'Instead it favours staying active and exercise, and for some people psychological support or anti-inflammatory medicine.',
    sources: ['niceNg59'],
    reading: 'niceNg59',
    advertising: 'factual',
    ...halfAYear,
  },
  niceMassage: {
    text: 'NICE backs massage and other hands-on therapy only alongside exercise.',
    sources: ['niceNg59'],
    reading: 'niceNg59',
    advertising: 'factual',
    ...halfAYear,
  },
  niceOtherPain: {
    text: 'NICE’s guideline on chronic primary pain lets the NHS consider one course of acupuncture. It leaves low back pain to another guideline, the one that says no.',
    sources: ['niceNg193', 'niceNg59'],
    reading: 'niceNg193',
    advertising: 'factual',
    ...halfAYear,
  },
  otherGuidelines: {
    text: 'Others decide differently. Scotland’s guideline says acupuncture should be considered for short-term relief. The World Health Organization says it may be offered, on evidence of low certainty.',
    sources: ['sign136', 'who2023'],
    reading: 'sign136',
    advertising: 'factual',
    ...halfAYear,
  },
  nhsOffers: {
    text: 'Some parts of the NHS offer acupuncture for some kinds of long-term pain and for headaches. NICE still advises against it for back pain.',
    sources: ['nhsAcupuncture', 'niceNg59'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },

  york: {
    text: 'In a trial in York, 241 adults had usual care, and some of them were also offered 10 sessions. After 12 months the gain was uncertain and may have been nothing. After 24 months those offered acupuncture had slightly less pain: 8 points, out of 100.',
    sources: ['thomas2006'],
    findings: ['york12Months', 'york24Months'],
    advertising: 'factual',
    ...aYear,
  },
  yorkNoBetter: {
    text: 'People offered acupuncture were no better at everyday tasks.',
    sources: ['thomas2006'],
    findings: ['yorkDisability'],
    advertising: 'factual',
    ...aYear,
  },
  yorkYearsLater: {
    text: 'Asked again 5.5 to 7 years on, for another journal (Acupuncture in Medicine), the same people showed no sign of a difference in pain.',
    sources: ['prady2007'],
    findings: ['yorkYearsLater'],
    advertising: 'factual',
    ...aYear,
  },
  yorkLimit: {
    text: 'Everybody in York knew who had acupuncture, and nobody had pretend needling. Some had been in pain for only 4 weeks. At 24 months only 182 of the 241 people were counted.',
    sources: ['thomas2006'],
    findings: ['york24Months'],
    advertising: 'factual',
    ...aYear,
  },
  notShown: {
    text: 'In 2025 a review in another BMJ journal took 301 trials of 56 treatments, each against a placebo (a pretend treatment). Few were shown to do better. Acupuncture is not among them: the evidence is too weak to tell.',
    sources: ['cashin2025'],
    findings: ['shownAgainstPlacebo'],
    advertising: 'factual',
    ...aYear,
  },

  chronicPain: {
    text: 'For long-lasting pain of several kinds, pain was lower with acupuncture: by about 0.5 standard deviations against no acupuncture, and by about 0.2 against pretend needling.',
    sources: ['vickers2018'],
    findings: ['chronicPain'],
    advertising: 'factual',
    ...aYear,
  },
  persistence: {
    text: 'At 12 months about 50% of the small gap to pretend needling was gone, and about 90% of the gap to no acupuncture was still there. That is no promise for your back: the trials covered several kinds of pain.',
    sources: ['macpherson2017'],
    findings: ['persistence'],
    advertising: 'factual',
    ...aYear,
  },
  olderAdults: {
    text: 'In a trial of 800 older adults in the USA, two groups had acupuncture. At 6 months their disability was a little less than with usual care: by 1 point out of 24 in one group (probably between 0.1 and 1.9), and by 1.5 in the other.',
    sources: ['backInAction2025'],
    findings: ['olderAdults'],
    advertising: 'factual',
    ...aYear,
  },
  olderAdultsImproved: {
    text: '39.1% and 43.8% of people in these groups improved by 30% or more, against 29.4% with usual care.',
    sources: ['backInAction2025'],
    findings: ['olderAdultsImproved'],
    advertising: 'factual',
    ...aYear,
  },

  tradition: {
    text: 'In traditional theory the needles balance a life force that runs along lines in the body. That is a belief, not a fact.',
    sources: ['nhsAcupuncture'],
    reading: 'nhsAcupuncture',
    advertising: 'belief',
    ...aYear,
  },
  mechanism: {
    text: 'The modern idea is that needles set off nerves under the skin and in the muscles.',
    sources: ['nhsAcupuncture'],
    reading: 'nhsAcupuncture',
    advertising: 'belief',
    ...aYear,
  },
  careMatters: {
    text: 'In trials, real needling did only a little better than pretend needling. So much of what people felt may have come from other things, such as hope, attention and rest.',
    sources: ['vickers2018', 'cochrane2020'],
    findings: ['chronicPain', 'painVsSham'],
    advertising: 'factual',
    ...aYear,
  },
  causes: {
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
    reading: 'nhsBackPain',
    advertising: 'factual',
    ...halfAYear,
  },

  feel: {
    text: 'Most people feel little: a tiny prick, then perhaps a tingle, warmth or a dull ache. Some find the session relaxing.',
    sources: ['nhsAcupuncture'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },
  hurt: {
    text: 'A little, now and then. It should not be sharp: if it is, say so, and I take the needle out at once.',
    sources: ['nhsAcupuncture'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },
  commonEffects: {
    text: 'These are fairly common, and pass: soreness, a little bleeding or a small bruise where a needle was, feeling sleepy, light-headed or sick, or more pain for a while.',
    sources: ['nhsAcupuncture', 'baumler2021'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },
  harmRates: {
    text: 'Over a course, about 9 in 100 people have at least one unwanted effect. About half of these are bleeding or bruising. Serious harm is very rare, but it happens: to about 1 in 10,000 people.',
    sources: ['baumler2021'],
    findings: ['unwantedEffects', 'seriousHarm'],
    advertising: 'factual',
    ...aYear,
  },
  harmsAlike: {
    text: 'Unwanted effects were about as frequent as with pretend needling or usual care, and mostly mild to moderate.',
    sources: ['cochrane2020'],
    findings: ['harmsInReview'],
    advertising: 'factual',
    ...aYear,
  },
  tellMeFirst: {
    text: 'Tell me first, or ask your GP, if you:',
    items: [
      'bleed easily or take blood thinners',
      'are allergic to metal',
      'have an infection or broken skin where needles might go',
      'are pregnant, or might be (ask your midwife or GP as well)',
      'have a pacemaker or another electrical implant',
    ],
    sources: ['nhsAcupuncture'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },
  regulation: {
    text: 'No UK law decides who may call themselves an acupuncturist. Many of us must register with the council, or in Wales and Scotland hold its licence. That is about hygiene, not skill. Some voluntary registers are accredited by the Professional Standards Authority.',
    sources: ['nhsAcupuncture', 'licenceWales', 'licenceScotland'],
    reading: 'nhsAcupuncture',
    advertising: 'factual',
    ...halfAYear,
  },

  sessions: {
    text: 'The York trial offered 10 sessions, and a trial in older adults 8 to 15. That does not mean that as many will help you.',
    sources: ['thomas2006', 'backInAction2025'],
    reading: 'ours',
    advertising: 'factual',
    ...aYear,
  },
  howLong: {
    text: 'Nobody can say. Cochrane’s numbers of 2020 were taken within 7 days of the last session. In York the result was uncertain after 12 months and a little better after 24, and 5.5 to 7 years on there was no sign of a difference.',
    sources: ['cochrane2020', 'thomas2006', 'prady2007'],
    findings: ['york12Months', 'york24Months', 'yorkYearsLater'],
    advertising: 'factual',
    ...aYear,
  },

  overviewLimit: {
    text: 'Its number, against pretend needling or usual care, is 0.38 standard deviations. The true gap probably lies between 0.07 (next to nothing) and 0.69.',
    sources: ['cochrane2025'],
    findings: ['overviewFunction'],
    advertising: 'factual',
    ...aYear,
  },
  chronicPainLimit: {
    text: 'It cannot speak for low back pain alone: people had several kinds of pain. A year later the effect was about 15% smaller.',
    sources: ['vickers2018'],
    findings: ['chronicPain'],
    advertising: 'factual',
    ...aYear,
  },
  persistenceLimit: {
    text: 'It cannot speak for low back pain alone: people had several kinds of pain.',
    sources: ['macpherson2017'],
    reading: 'ours',
    advertising: 'factual',
    ...aYear,
  },
  olderAdultsLimit: {
    text: 'With no pretend needling to compare with, nobody can tell what the needles did and what the care around them did. The average age was 73.6.',
    sources: ['backInAction2025'],
    reading: 'ours',
    advertising: 'factual',
    ...aYear,
  },
  notShownLimit: {
    text: 'Of the trials, 24 were of acupuncture. Their signs of less pain are too weak to rely on. To count as shown, the certainty had to be moderate at least.',
    sources: ['cashin2025'],
    findings: ['shownAgainstPlacebo'],
    advertising: 'factual',
    ...aYear,
  },
  yorkReplied: {
    text: 'Only 43.9% of people replied after all those years. On the same scale the gap was −0.4 points (probably between −10.1 and 9.7), so ten points either way cannot be ruled out.',
    sources: ['prady2007'],
    findings: ['yorkYearsLater'],
    advertising: 'factual',
    ...aYear,
  },
  yorkNumbers: {
    text: 'In points of bodily pain, on which 100 is none, the gap was 5.6 (probably between −0.2 and 11.4) after 12 months with 213 people, and 8.0 (between 2.8 and 13.2) after 24 with 182.',
    sources: ['thomas2006'],
    findings: ['york12Months', 'york24Months'],
    advertising: 'factual',
    ...aYear,
  },
  harmRatesLimit: {
    text: 'The 9 in 100 could be anywhere from 5.1 to 14.6. Serious harm is so rare that its rate is a rough one as well: from 0.23 to 2.33 in 10,000 people.',
    sources: ['baumler2021'],
    findings: ['unwantedEffects', 'seriousHarm'],
    advertising: 'factual',
    ...aYear,
  },
  advertising: {
    text: 'The committee that writes the UK advertising rules advises that an acupuncturist may speak of short-term relief of long-lasting low back pain. The word “short-term” has to be there, a ruling of 2017 says. Nobody may say that it lasts.',
    sources: ['capAcupuncture'],
    reading: 'capAcupuncture',
    advertising: 'allowed',
    ...halfAYear,
  },
} satisfies Record<string, Claim>;

export type ClaimKey = keyof typeof claims;
