import type { Certainty, FindingKey } from './findings.ts';
import type { IsoDate, SourceKey } from './sources.ts';

/** One statement about effect, safety or what a body recommends. The site makes such statements only from here. */
export interface Claim {
  text: string;
  /** Never empty: a claim without a source does not compile. */
  sources: readonly [SourceKey, ...SourceKey[]];
  /** The numbers it rests on, where it rests on numbers. */
  findings?: readonly FindingKey[];
  /** GRADE's word; null when it reports no effect. */
  certainty: Certainty | null;
  outcome: string;
  comparison: string;
  timeFrame: string;
  /** Under the CAP Code: an effect that may be claimed, a fact or report, or a belief told as a belief. */
  advertising: 'allowed' | 'factual' | 'belief';
  checkedOn: IsoDate;
  /** At most 12 months after it was checked; an expired claim fails the tests. */
  expiresOn: IsoDate;
  /** Rests on something that a person must still look up in the source. */
  toConfirm?: true;
}

/** How GRADE's words are said on the page. */
export const certaintyWords = {
  high: 'very sure',
  moderate: 'fairly sure',
  low: 'not very sure',
  'very low': 'not sure at all',
} satisfies Record<Certainty, string>;

const checked = { checkedOn: '2026-11-23', expiresOn: '2027-11-22' } as const;

/** What a trial found. */
const shortTermPain = {
  outcome: 'pain',
  timeFrame: 'within 7 days of the last session',
  ...checked,
} as const;

/** A fact or a report about something other than a measured effect. */
const report = {
  certainty: null,
  comparison: 'none',
  timeFrame: 'none',
  advertising: 'factual',
  ...checked,
} as const;

export const claims = {
  balance: {
    text: 'Acupuncture may give some people short-term relief from long-lasting low back pain. It is only slightly better than pretend needling, if at all, and NICE does not recommend it for back pain on the NHS.',
    sources: ['cochrane2020', 'niceNg59'],
    findings: ['painNone', 'painSham'],
    certainty: 'low',
    comparison: 'no treatment and pretend needling',
    advertising: 'allowed',
    toConfirm: true,
    ...shortTermPain,
  },

  cochraneNone: {
    text: 'In the short term, people who had acupuncture had less pain than people who had no treatment.',
    sources: ['cochrane2020'],
    findings: ['painNone'],
    certainty: 'moderate',
    comparison: 'no treatment',
    advertising: 'allowed',
    toConfirm: true,
    ...shortTermPain,
  },
  cochraneSham: {
    text: 'Compared with pretend needling, the extra short-term relief was too small to count as worthwhile, and people’s backs may have moved no better.',
    sources: ['cochrane2020'],
    findings: ['painSham', 'functionSham'],
    certainty: 'low',
    comparison: 'pretend needling',
    advertising: 'factual',
    toConfirm: true,
    ...shortTermPain,
  },
  cochraneUsual: {
    text: 'Compared with usual care, the short-term gain was too small to count as worthwhile too.',
    sources: ['cochrane2020'],
    findings: ['painUsual', 'functionUsual'],
    certainty: 'low',
    comparison: 'usual care',
    advertising: 'factual',
    ...shortTermPain,
  },
  cochraneSure: {
    text: 'Fairly sure about no treatment, not very sure about the rest. The people giving the needles always knew which were real.',
    sources: ['cochrane2020'],
    outcome: 'certainty',
    ...report,
    toConfirm: true,
  },
  cochraneLimit: {
    text: 'Pain was measured within a week of the last session. That says nothing about later.',
    sources: ['cochrane2020'],
    outcome: 'what it cannot tell',
    ...report,
  },
  cochraneHarms: {
    text: 'In the Cochrane review unwanted effects were about as common as with pretend needling or usual care, and mostly mild to moderate. The reviewers were not very sure.',
    sources: ['cochrane2020'],
    outcome: 'unwanted effects',
    ...report,
    certainty: 'low',
    comparison: 'pretend needling and usual care',
  },

  niceAgainst: {
    text: 'NICE, which advises the NHS in England, says not to offer acupuncture for low back pain.',
    sources: ['niceNg59'],
    outcome: 'recommendation',
    ...report,
  },
  niceInstead: {
    text: 'It favours staying active and exercise, with manual therapy or massage only alongside exercise, and psychological support or anti-inflammatory tablets where they suit.',
    sources: ['niceNg59'],
    outcome: 'recommendation',
    ...report,
  },
  niceSure: {
    text: 'This is advice that weighs up research, so it has no grade of its own. It was updated in 2020.',
    sources: ['niceNg59'],
    outcome: 'certainty',
    ...report,
  },
  niceLimit: {
    text: 'Some research on this page is newer. It points the same way.',
    sources: ['niceNg59', 'cochrane2025', 'cashin2025'],
    outcome: 'what it cannot tell',
    ...report,
  },
  nicePrimary: {
    text: 'Another NICE guideline says that a course of acupuncture may be considered for a different problem, chronic primary pain. Low back pain is outside it.',
    sources: ['niceNg193'],
    outcome: 'recommendation',
    ...report,
    toConfirm: true,
  },
  nhsOffers: {
    text: 'Some NHS areas offer acupuncture for some kinds of long-term pain and for headaches. At least one says that it is not for back pain.',
    sources: ['nhsAcupuncture'],
    outcome: 'availability',
    ...report,
    toConfirm: true,
  },

  yorkFound: {
    text: 'A trial in York offered people 10 sessions, or usual care. A year later any difference in pain was uncertain: it may be nothing. At two years there was a small difference in favour of acupuncture. Everyday disability was no better.',
    sources: ['thomas2006'],
    findings: ['yorkOneYear', 'yorkTwoYears'],
    certainty: null,
    outcome: 'SF-36 bodily pain',
    comparison: 'usual care',
    timeFrame: '12 and 24 months',
    advertising: 'factual',
    ...checked,
  },
  cashinFound: {
    text: 'A review of 301 placebo-controlled trials, in a BMJ journal, named the few treatments shown to beat a placebo. Acupuncture was not among them.',
    sources: ['cashin2025'],
    certainty: 'low',
    outcome: 'pain',
    comparison: 'placebo',
    timeFrame: 'as the trials measured it',
    advertising: 'factual',
    ...checked,
  },
  yorkSure: {
    text: 'Not very sure. Everybody in the York trial knew who had acupuncture, and nobody had pretend needling.',
    sources: ['thomas2006', 'cashin2025'],
    outcome: 'certainty',
    ...report,
  },
  yorkLimit: {
    text: 'After 5.5 to 7 years there was no sign of a difference. Only 43.9% replied, and not everyone’s pain had been long-lasting.',
    sources: ['prady2007', 'thomas2006'],
    findings: ['yorkLater'],
    outcome: 'what it cannot tell',
    ...report,
  },

  overview: {
    text: 'An overview of Cochrane reviews found back function a little better than with pretend needling or usual care. The gap was small, and its short summary reads better than its tables.',
    sources: ['cochrane2025'],
    findings: ['overviewFunction'],
    certainty: null,
    outcome: 'back function',
    comparison: 'pretend needling or usual care',
    timeFrame: 'differs',
    advertising: 'factual',
    ...checked,
  },
  vickers: {
    text: 'Across several kinds of long-term pain, acupuncture was better than no acupuncture by about 0.5 standard deviations, and better than pretend needling by about 0.2. A year later the difference was about 15% smaller.',
    sources: ['vickers2018'],
    findings: ['vickersNone', 'vickersSham'],
    certainty: null,
    outcome: 'pain',
    comparison: 'no acupuncture and pretend needling',
    timeFrame: 'end of treatment, and one year',
    advertising: 'factual',
    ...checked,
  },
  macpherson: {
    text: 'Across several kinds of long-term pain, about 90% of the gain over no acupuncture was still there at 12 months. About half of the gain over pretend needling was gone.',
    sources: ['macpherson2017'],
    certainty: null,
    outcome: 'pain',
    comparison: 'no acupuncture and pretend needling',
    timeFrame: '12 months',
    advertising: 'factual',
    ...checked,
  },
  olderAdults: {
    text: 'After 6 months 39.1% of people in one acupuncture group and 43.8% in the other had improved by 30% or more. With usual care it was 29.4%. Nobody had pretend needling, so part of this may come from being looked after.',
    sources: ['backInAction2025'],
    findings: ['olderAdults'],
    certainty: null,
    outcome: 'improvement of 30% or more',
    comparison: 'usual care',
    timeFrame: '6 months',
    advertising: 'factual',
    ...checked,
  },

  tradition: {
    text: 'In traditional theory, needles at certain points guide a flow of energy. That is a belief.',
    sources: ['nhsAcupuncture'],
    outcome: 'tradition',
    ...report,
    advertising: 'belief',
    toConfirm: true,
  },
  regulation: {
    text: 'No law in the UK says who may call themselves an acupuncturist. Many must register with the local council, which checks hygiene, not skill. Some join a voluntary register that the Professional Standards Authority has accredited.',
    sources: ['nhsAcupuncture'],
    outcome: 'regulation',
    ...report,
    toConfirm: true,
  },
  mechanism: {
    text: 'How it might work is still debated. A modern idea is that needles act on nerves. Neither idea is settled.',
    sources: ['nhsAcupuncture'],
    outcome: 'mechanism',
    ...report,
    toConfirm: true,
  },

  commonEffects: {
    text: 'Soreness, a small bruise or a little bleeding at the needle, feeling drowsy, light-headed or sick, or feeling worse for a while: these are fairly common, and pass.',
    sources: ['nhsAcupuncture', 'baumler2021'],
    outcome: 'unwanted effects',
    ...report,
    toConfirm: true,
  },
  unwantedShare: {
    text: 'In studies 9.3% of people had at least one unwanted effect over a course of treatment. About half of these were bleeding or bruising.',
    sources: ['baumler2021'],
    findings: ['unwanted'],
    outcome: 'unwanted effects',
    ...report,
  },
  seriousShare: {
    text: 'Serious harm is very rare: about 1 in 10,000 people.',
    sources: ['baumler2021'],
    findings: ['serious'],
    outcome: 'serious unwanted effects',
    ...report,
  },
  tellFirst: {
    text: 'Tell me or your GP first if you have a bleeding disorder, take blood thinners, are allergic to metal, have an infection or broken skin where a needle would go, are or might be pregnant, or have a pacemaker or another electrical implant.',
    sources: ['nhsAcupuncture'],
    outcome: 'caution',
    ...report,
    toConfirm: true,
  },
  medicines: {
    text: 'Do not stop or change a medicine without asking your GP or a pharmacist.',
    sources: ['nhsBackPain'],
    outcome: 'caution',
    ...report,
  },

  usuallyPasses: {
    text: 'Most back pain eases within weeks.',
    sources: ['nhsBackPain'],
    outcome: 'course',
    ...report,
  },
  noSingleCause: {
    text: 'Often there is no single clear cause.',
    sources: ['nhsBackPain'],
    outcome: 'causes',
    ...report,
  },
  selfCare: {
    text: 'Stay active, keep to your daily life as far as you can, try heat or cold, and ask a pharmacist about pain relief.',
    sources: ['nhsBackPain'],
    outcome: 'recommendation',
    ...report,
  },
  emergency: {
    text: 'pain, tingling, weakness or numbness in both legs; numbness or tingling around your genitals or buttocks; trouble peeing; loss of bladder or bowel control; chest pain; or it started after a serious accident.',
    sources: ['nhsBackPain'],
    outcome: 'when to get help',
    ...report,
  },
  urgent: {
    text: 'a high temperature; weight loss you cannot explain; a lump or swelling in your back, or a change in its shape; pain that is no better at rest or worse at night; pain that is worse when you sneeze, cough or poo; or pain at the top of your back, between the shoulders.',
    sources: ['nhsBackPain'],
    outcome: 'when to get help',
    ...report,
  },
  seeGp: {
    text: 'it is no better after a few weeks, stops you living your life, is severe or getting worse, or worries you.',
    sources: ['nhsBackPain'],
    outcome: 'when to get help',
    ...report,
  },

  sessions: {
    text: 'Trials mostly used about 10 sessions.',
    sources: ['thomas2006', 'cochrane2020'],
    outcome: 'number of sessions',
    ...report,
  },
  howLong: {
    text: 'The clearest results are short-term. What happens after that is uncertain.',
    sources: ['cochrane2020', 'thomas2006'],
    outcome: 'pain',
    ...report,
  },
  sciatica: {
    text: 'NICE advises against acupuncture for sciatica.',
    sources: ['niceNg59'],
    outcome: 'recommendation',
    ...report,
  },
  pregnant: {
    text: 'If you are or might be pregnant, ask your midwife or GP first, and tell me.',
    sources: ['nhsAcupuncture'],
    outcome: 'caution',
    ...report,
    toConfirm: true,
  },
} satisfies Record<string, Claim>;

export type ClaimKey = keyof typeof claims;
