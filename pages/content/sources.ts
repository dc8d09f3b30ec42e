import type { Finding } from './findings.ts';

/** A day, as 2026-11-23. */
export type IsoDate = `${number}-${number}-${number}`;

type SourceKind =
  | 'systematic review'
  | 'overview of reviews'
  | 'individual patient data meta-analysis'
  | 'randomised trial'
  | 'follow-up of a trial'
  | 'guideline'
  | 'patient page'
  | 'advertising advice'
  | 'law';

/** What a guideline says on acupuncture and back pain that has lasted, and where it is heard: owed by every guideline. */
type Standing =
  | {
      kind: 'guideline';
      advice: 'against' | 'for some' | 'may be offered' | 'not about back pain';
      where: string;
    }
  | { kind: Exclude<SourceKind, 'guideline'>; advice?: never; where?: never };

/** Something published that a claim can rest on. */
export type Source = Standing & {
  authors: string;
  title: string;
  /** The journal, or who publishes it. */
  journal: string;
  /** Left out for a page that is changed without a date. */
  year?: number;
  /** `https://doi.org/…` where there is a DOI. */
  url: `https://${string}`;
  /** How many, and who, in plain words. */
  studied: string;
  /** The numbers that a sentence may take from the source itself. */
  figures?: Readonly<Record<string, number>>;
  funding?: string;
};

export const sources = {
  cochrane2020: {
    authors: 'Mu J, Furlan AD, Lam WY, Hsu MY, Ning Z, Lao L',
    title: 'Acupuncture for chronic nonspecific low back pain',
    journal: 'Cochrane Database of Systematic Reviews',
    year: 2020,
    url: 'https://doi.org/10.1002/14651858.CD013814',
    kind: 'systematic review',
    studied: '33 randomised studies with 8,270 adults, found by a search up to 29 August 2019',
    figures: {
      studies: 33,
      people: 8270,
      monthsInPainAtLeast: 3,
      daysAfterLastSession: 7,
      percentWorthwhile: 30,
    },
    funding:
      'US National Center for Complementary and Integrative Health, Nanfang Hospital, National Natural Science Foundation of China. The authors declared no conflicts of interest.',
  },
  cochrane2025: {
    authors: 'Rizzo RR, Cashin AG, Wand BM, and others',
    title:
      'Non-pharmacological and non-surgical treatments for low back pain in adults: an overview of Cochrane reviews',
    journal: 'Cochrane Database of Systematic Reviews',
    year: 2025,
    url: 'https://doi.org/10.1002/14651858.CD014691.pub2',
    kind: 'overview of reviews',
    studied:
      '31 Cochrane reviews of many treatments, acupuncture among them: 644 trials with 97,183 adults in all',
    figures: { reviews: 31, trials: 644, people: 97183, monthsAtMost: 3 },
  },
  niceNg59: {
    authors: 'NICE',
    title: 'Low back pain and sciatica in over 16s: assessment and management',
    journal: 'NICE guideline NG59',
    year: 2020,
    url: 'https://www.nice.org.uk/guidance/ng59',
    kind: 'guideline',
    advice: 'against',
    where: 'England, and by arrangement Wales and Northern Ireland',
    studied: 'Advice to the NHS, first published in 2016 and updated in December 2020',
    figures: { firstPublished: 2016 },
  },
  niceNg193: {
    authors: 'NICE',
    title: 'Chronic pain (primary and secondary) in over 16s',
    journal: 'NICE guideline NG193',
    year: 2021,
    url: 'https://www.nice.org.uk/guidance/ng193',
    kind: 'guideline',
    advice: 'not about back pain',
    where: 'England, and by arrangement Wales and Northern Ireland',
    studied: 'Advice to the NHS on chronic pain. Low back pain is not part of it: it has its own guideline',
  },
  sign136: {
    authors: 'SIGN, for NHS Scotland',
    title: 'Management of chronic pain',
    journal: 'SIGN guideline 136',
    year: 2019,
    url: 'https://www.sign.ac.uk/our-guidelines/management-of-chronic-pain/',
    kind: 'guideline',
    advice: 'for some',
    where: 'Scotland',
    studied: 'Advice to the NHS in Scotland, first published in 2013 and revised in 2019',
  },
  who2023: {
    authors: 'World Health Organization',
    title: 'WHO guideline for non-surgical management of chronic primary low back pain in adults',
    journal: 'WHO guideline',
    year: 2023,
    url: 'https://www.who.int/publications/i/item/9789240081789',
    kind: 'guideline',
    advice: 'may be offered',
    where: 'Worldwide',
    studied: 'Advice to health services in every country',
  },
  nhsAcupuncture: {
    authors: 'NHS',
    title: 'Acupuncture',
    journal: 'NHS website',
    url: 'https://www.nhs.uk/conditions/acupuncture/',
    kind: 'patient page',
    studied: 'A page for patients about what acupuncture is, what happens and how safe it is',
  },
  nhsBackPain: {
    authors: 'NHS',
    title: 'Back pain',
    journal: 'NHS website',
    url: 'https://www.nhs.uk/conditions/back-pain/',
    kind: 'patient page',
    studied: 'A page for patients about back pain and when to get medical help',
    figures: { emergency: 999, urgentHelp: 111 },
  },
  thomas2006: {
    authors: 'Thomas KJ, MacPherson H, Thorpe L, and others',
    title:
      'Randomised controlled trial of a short course of traditional acupuncture compared with usual care for persistent non-specific low back pain',
    journal: 'BMJ',
    year: 2006,
    url: 'https://doi.org/10.1136/bmj.38878.907361.7C',
    kind: 'randomised trial',
    studied: '241 adults of 18 GP practices in York, whose pain had lasted 4 to 52 weeks',
    figures: { people: 241, practices: 18, sessions: 10, weeksAtLeast: 4, weeksAtMost: 52 },
  },
  prady2007: {
    authors: 'Prady SL, Thomas K, Esmonde L, Crouch S, MacPherson H',
    title:
      'The natural history of back pain after a randomised controlled trial of acupuncture vs usual care – long term outcomes',
    journal: 'Acupuncture in Medicine',
    year: 2007,
    url: 'https://doi.org/10.1136/aim.25.4.121',
    kind: 'follow-up of a trial',
    studied: 'The people of the York trial, 5.5 to 7 years later. 43.9% of them replied',
    figures: { yearsAtLeast: 5.5, yearsAtMost: 7, percentReplied: 43.9 },
  },
  vickers2018: {
    authors: 'Vickers AJ, and others',
    title: 'Acupuncture for chronic pain: update of an individual patient data meta-analysis',
    journal: 'The Journal of Pain',
    year: 2018,
    url: 'https://doi.org/10.1016/j.jpain.2017.11.005',
    kind: 'individual patient data meta-analysis',
    studied: '39 trials with 20,827 patients who had long-lasting pain of several kinds',
    figures: { trials: 39, people: 20827 },
  },
  macpherson2017: {
    authors: 'MacPherson H, and others',
    title:
      'The persistence of the effects of acupuncture after a course of treatment: a meta-analysis of patients with chronic pain',
    journal: 'Pain',
    year: 2017,
    url: 'https://doi.org/10.1097/j.pain.0000000000000747',
    kind: 'individual patient data meta-analysis',
    studied: '29 trials with 17,922 patients who had long-lasting pain of several kinds',
    figures: { trials: 29, people: 17922 },
  },
  baumler2021: {
    authors: 'Bäumler P, and others',
    title: 'Acupuncture-related adverse events: systematic review',
    journal: 'BMJ Open',
    year: 2021,
    url: 'https://doi.org/10.1136/bmjopen-2020-045961',
    kind: 'systematic review',
    studied: '21 studies that followed people through their treatment and noted what went wrong',
    figures: { studies: 21 },
  },
  backInAction2025: {
    authors: 'DeBar LL, and others',
    title: 'Acupuncture for chronic low back pain in older adults',
    journal: 'JAMA Network Open',
    year: 2025,
    url: 'https://doi.org/10.1001/jamanetworkopen.2025.31348',
    kind: 'randomised trial',
    studied: '800 adults in the USA, 73.6 years old on average. No group had pretend needling',
    figures: { people: 800, meanAge: 73.6, sessionsAtLeast: 8, sessionsAtMost: 15 },
  },
  cashin2025: {
    authors: 'Cashin AG, and others',
    title:
      'Analgesic effects of non-surgical and non-interventional treatments for low back pain: a systematic review and meta-analysis of placebo-controlled randomised trials',
    journal: 'BMJ Evidence-Based Medicine',
    year: 2025,
    url: 'https://doi.org/10.1136/bmjebm-2024-112974',
    kind: 'systematic review',
    studied: '301 trials of 56 treatments, each against a placebo',
    figures: { trials: 301, treatments: 56, trialsOfAcupuncture: 24 },
  },
  capAcupuncture: {
    authors: 'Committee of Advertising Practice (CAP)',
    title: 'Health: Acupuncture. Advice, with the ruling on Mannion of 2017',
    journal: 'CAP AdviceOnline',
    url: 'https://www.asa.org.uk/advice-online/health-acupuncture.html',
    kind: 'advertising advice',
    studied: 'What adverts for acupuncture in the UK may say',
    figures: { ruling: 2017 },
  },
  licenceWales: {
    authors: 'Senedd Cymru',
    title: 'Public Health (Wales) Act 2017, part 4: special procedures',
    journal: 'legislation.gov.uk',
    year: 2017,
    url: 'https://www.legislation.gov.uk/anaw/2017/2/part/4',
    kind: 'law',
    studied: 'Who needs a licence for acupuncture in Wales',
  },
  licenceScotland: {
    authors: 'Scottish Ministers',
    title: 'Civic Government (Scotland) Act 1982 (Licensing of Skin Piercing and Tattooing) Order 2006',
    journal: 'legislation.gov.uk',
    year: 2006,
    url: 'https://www.legislation.gov.uk/ssi/2006/43/contents/made',
    kind: 'law',
    studied: 'Who needs a licence for acupuncture in Scotland',
  },
} satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;

// The threshold is the Cochrane reviewers' own: a finding of others needs a scale without it.
const painPoints = {
  words: 'Points of pain, out of 100',
  better: 'lower',
  threshold: 15,
} as const;
const bodilyPainPoints = {
  words: 'Points of SF-36 bodily pain, out of 100',
  better: 'higher',
} as const;
const movement = {
  words: 'Trouble with everyday movement, in standard deviations',
  better: 'lower',
} as const;
const disabilityPoints = {
  words: 'Points of disability from back pain, out of 24',
  better: 'lower',
} as const;

/** What the sources found. The Cochrane review of 2020 measured within 7 days of the last session. */
export const findings = {
  painVsSham: {
    source: 'cochrane2020',
    comparison: 'pretend needling',
    outcome: 'pain',
    scale: painPoints,
    estimate: -9.22,
    low: -13.82,
    high: -4.61,
    figures: { about: 9 },
    trials: 7,
    people: 1403,
    certainty: 'low',
  },
  painVsNothing: {
    source: 'cochrane2020',
    comparison: 'no treatment',
    outcome: 'pain',
    scale: painPoints,
    estimate: -20.32,
    low: -24.5,
    high: -16.14,
    figures: { about: 20 },
    trials: 4,
    people: 366,
    certainty: 'moderate',
  },
  painVsUsualCare: {
    source: 'cochrane2020',
    comparison: 'usual care',
    outcome: 'pain',
    scale: painPoints,
    estimate: -10.26,
    low: -17.11,
    high: -3.4,
    figures: { about: 10 },
    trials: 5,
    people: 1054,
    certainty: 'low',
  },
  functionVsSham: {
    source: 'cochrane2020',
    comparison: 'pretend needling',
    outcome: 'what people could do',
    scale: movement,
    estimate: -0.16,
    low: -0.38,
    high: 0.06,
    trials: 5,
    people: 1481,
    certainty: 'very low',
  },
  functionVsNothing: {
    source: 'cochrane2020',
    comparison: 'no treatment',
    outcome: 'what people could do',
    scale: movement,
    estimate: -0.53,
    low: -0.73,
    high: -0.34,
    trials: 5,
    people: 2960,
    certainty: 'moderate',
  },
  functionVsUsualCare: {
    source: 'cochrane2020',
    comparison: 'usual care',
    outcome: 'what people could do',
    scale: movement,
    estimate: -0.47,
    low: -0.77,
    high: -0.17,
    trials: 5,
    people: 1381,
    certainty: 'low',
  },
  overviewPainVsNothing: {
    source: 'cochrane2025',
    comparison: 'no treatment',
    outcome: 'pain',
    favours: 'acupuncture',
    certainty: 'moderate',
  },
  overviewFunctionVsNothing: {
    source: 'cochrane2025',
    comparison: 'no treatment',
    outcome: 'what people could do',
    favours: 'acupuncture',
    certainty: 'moderate',
  },
  overviewFunction: {
    source: 'cochrane2025',
    comparison: 'pretend needling or usual care',
    outcome: 'what people could do',
    scale: movement,
    estimate: -0.38,
    low: -0.69,
    high: -0.07,
    certainty: 'moderate',
  },
  york12Months: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'pain',
    scale: bodilyPainPoints,
    estimate: 5.6,
    low: -0.2,
    high: 11.4,
    figures: { months: 12 },
    people: 213,
    certainty: 'low',
    ourReading: true,
  },
  york24Months: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'pain',
    scale: bodilyPainPoints,
    estimate: 8,
    low: 2.8,
    high: 13.2,
    figures: { months: 24 },
    people: 182,
    certainty: 'low',
    ourReading: true,
  },
  yorkDisability: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'everyday disability',
    favours: 'neither',
    certainty: 'low',
    ourReading: true,
  },
  yorkYearsLater: {
    source: 'prady2007',
    comparison: 'usual care',
    outcome: 'pain',
    scale: bodilyPainPoints,
    estimate: -0.4,
    low: -10.1,
    high: 9.7,
    figures: { about: 10 },
    certainty: 'low',
    ourReading: true,
  },
  chronicPain: {
    source: 'vickers2018',
    comparison: 'no acupuncture, and pretend needling',
    outcome: 'pain',
    favours: 'acupuncture',
    figures: { vsNothing: 0.5, vsSham: 0.2, percentSmallerAfterAYear: 15 },
    certainty: 'low',
    ourReading: true,
  },
  persistence: {
    source: 'macpherson2017',
    comparison: 'no acupuncture, and pretend needling',
    outcome: 'pain',
    favours: 'acupuncture',
    figures: { months: 12, percentKeptVsNothing: 90, percentLostVsSham: 50 },
    certainty: 'low',
    ourReading: true,
  },
  olderAdults: {
    source: 'backInAction2025',
    comparison: 'usual care',
    outcome: 'disability from back pain',
    scale: disabilityPoints,
    estimate: -1,
    low: -1.9,
    high: -0.1,
    figures: { otherGroup: -1.5, months: 6 },
    certainty: 'low',
    ourReading: true,
  },
  olderAdultsImproved: {
    source: 'backInAction2025',
    comparison: 'usual care',
    outcome: 'disability from back pain',
    favours: 'acupuncture',
    figures: { improvedBy: 30, percent: 39.1, percentOtherGroup: 43.8, percentUsualCare: 29.4 },
    certainty: 'low',
    ourReading: true,
  },
  shownAgainstPlacebo: {
    source: 'cashin2025',
    comparison: 'a placebo',
    outcome: 'pain',
    favours: 'neither',
    certainty: 'low',
  },
  unwantedEffects: {
    source: 'baumler2021',
    outcome: 'unwanted effects',
    figures: {
      percent: 9.3,
      percentOfThemBleedingOrBruising: 50,
      low: 5.1,
      high: 14.6,
      about: 9,
      inEvery: 100,
    },
    certainty: 'low',
    ourReading: true,
  },
  seriousHarm: {
    source: 'baumler2021',
    outcome: 'serious unwanted effects',
    figures: { people: 1.01, low: 0.23, high: 2.33, about: 1, inEvery: 10000 },
    certainty: 'low',
    ourReading: true,
  },
  harmsInReview: {
    source: 'cochrane2020',
    comparison: 'pretend needling or usual care',
    outcome: 'unwanted effects',
    favours: 'neither',
    certainty: 'low',
  },
} satisfies Record<string, Finding>;

export type FindingKey = keyof typeof findings;
