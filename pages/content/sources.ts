/** "2026-11-23". */
export type IsoDate = `${number}-${number}-${number}`;

export interface Source {
  authors: string;
  title: string;
  /** Journal, or who publishes it. */
  journal: string;
  year: number;
  /** A DOI where there is one. */
  url: `https://${string}`;
  kind: string;
  /** In plain words: how much, and in whom. */
  studied: string;
  /** The same in numbers. */
  figures?: Readonly<Record<string, number>>;
  funding?: string;
  checkedOn: IsoDate;
  /** What a person must look up in the source before the page goes live. */
  toConfirm?: string;
}

const checkedOn = '2026-11-23';

/** What the site cites. */
export const sources = {
  cochrane2020: {
    authors: 'Mu J, Furlan AD, Lam WY, Hsu MY, Ning Z, Lao L',
    title: 'Acupuncture for chronic nonspecific low back pain',
    journal: 'Cochrane Database of Systematic Reviews, Issue 12, CD013814',
    year: 2020,
    url: 'https://doi.org/10.1002/14651858.CD013814',
    kind: 'systematic review',
    studied: '33 randomised studies with 8,270 adults, found by a search up to 29 August 2019',
    figures: { studies: 33, people: 8270 },
    funding:
      'US National Center for Complementary and Integrative Health, Nanfang Hospital, and the National Natural Science Foundation of China. The authors declared no conflicts of interest.',
    checkedOn,
  },
  cochrane2025: {
    authors: 'Rizzo RR, Cashin AG, Wand BM, et al.',
    title:
      'Non-pharmacological and non-surgical treatments for low back pain in adults: an overview of Cochrane reviews',
    journal: 'Cochrane Database of Systematic Reviews, CD014691.pub2',
    year: 2025,
    url: 'https://doi.org/10.1002/14651858.CD014691.pub2',
    kind: 'overview of reviews',
    studied: '31 Cochrane reviews, which rest on 644 trials with 97,183 adults',
    figures: { reviews: 31, trials: 644, people: 97183 },
    checkedOn,
  },
  niceNg59: {
    authors: 'National Institute for Health and Care Excellence',
    title: 'Low back pain and sciatica in over 16s: assessment and management (NG59)',
    journal: 'NICE guideline',
    year: 2016,
    url: 'https://www.nice.org.uk/guidance/ng59',
    kind: 'guideline',
    studied: 'advice to the NHS in England, of November 2016, updated in December 2020',
    figures: { updated: 2020 },
    checkedOn,
  },
  niceNg193: {
    authors: 'National Institute for Health and Care Excellence',
    title: 'Chronic pain (primary and secondary) in over 16s (NG193)',
    journal: 'NICE guideline',
    year: 2021,
    url: 'https://www.nice.org.uk/guidance/ng193',
    kind: 'guideline',
    studied:
      'advice to the NHS in England, of April 2021. Low back pain has a guideline of its own and is outside it',
    figures: { hours: 5 },
    checkedOn,
    toConfirm: 'the wording of the recommendation',
  },
  nhsAcupuncture: {
    authors: 'NHS',
    title: 'Acupuncture',
    journal: 'NHS website',
    year: 2026,
    url: 'https://www.nhs.uk/conditions/acupuncture/',
    kind: 'patient page',
    studied: 'information for patients, rewritten from time to time; the year is that of our last look',
    checkedOn,
    toConfirm: 'the page, which has been rewritten',
  },
  nhsBackPain: {
    authors: 'NHS',
    title: 'Back pain',
    journal: 'NHS website',
    year: 2026,
    url: 'https://www.nhs.uk/conditions/back-pain/',
    kind: 'patient page',
    studied: 'information for patients, rewritten from time to time; the year is that of our last look',
    checkedOn,
  },
  thomas2006: {
    authors: 'Thomas KJ, MacPherson H, Thorpe L, et al.',
    title:
      'Randomised controlled trial of a short course of traditional acupuncture compared with usual care for persistent non-specific low back pain',
    journal: 'BMJ 333:623',
    year: 2006,
    url: 'https://doi.org/10.1136/bmj.38878.907361.7C',
    kind: 'randomised trial',
    studied: '241 adults from 18 GP practices in York whose pain had lasted 4 to 52 weeks',
    figures: { people: 241, practices: 18, sessions: 10, shortestWeeks: 4, longestWeeks: 52 },
    checkedOn,
  },
  prady2007: {
    authors: 'Prady SL, et al.',
    title:
      'The natural history of back pain after a randomised controlled trial of acupuncture vs usual care: long term outcomes',
    journal: 'Acupuncture in Medicine 25(4):121–9',
    year: 2007,
    url: 'https://doi.org/10.1136/aim.25.4.121',
    kind: 'follow-up of a trial',
    studied: 'the people of the York trial, of whom 43.9% replied',
    figures: { repliedPercent: 43.9, yearsFrom: 5.5, yearsTo: 7 },
    checkedOn,
    toConfirm: 'title and DOI',
  },
  vickers2018: {
    authors: 'Vickers AJ, et al.',
    title: 'Acupuncture for chronic pain: update of an individual patient data meta-analysis',
    journal: 'Journal of Pain 19(5):455–74',
    year: 2018,
    url: 'https://doi.org/10.1016/j.jpain.2017.11.005',
    kind: 'individual patient data meta-analysis',
    studied: '39 trials with 20,827 patients who had several kinds of long-term pain',
    figures: { trials: 39, people: 20827, smallerAfterAYearPercent: 15 },
    checkedOn,
  },
  macpherson2017: {
    authors: 'MacPherson H, et al.',
    title: 'The persistence of the effects of acupuncture after a course of treatment',
    journal: 'Pain 158(5):784–93',
    year: 2017,
    url: 'https://doi.org/10.1097/j.pain.0000000000000747',
    kind: 'individual patient data meta-analysis',
    studied: '29 trials with 17,922 patients who had several kinds of long-term pain',
    figures: { trials: 29, people: 17922, keptPercent: 90, months: 12 },
    checkedOn,
    toConfirm: 'DOI',
  },
  baumler2021: {
    authors: 'Bäumler P, et al.',
    title: 'Acupuncture-related adverse events: systematic review',
    journal: 'BMJ Open 11:e045961',
    year: 2021,
    url: 'https://doi.org/10.1136/bmjopen-2020-045961',
    kind: 'systematic review',
    studied: '21 studies that followed people forward in time',
    figures: { studies: 21 },
    checkedOn,
    toConfirm: 'DOI',
  },
  backInAction2025: {
    authors: 'DeBar LL, et al.',
    title: 'Acupuncture for chronic low back pain in older adults',
    journal: 'JAMA Network Open 8(9):e2531348',
    year: 2025,
    url: 'https://doi.org/10.1001/jamanetworkopen.2025.31348',
    kind: 'randomised trial',
    studied:
      '800 adults in the United States, 73.6 years old on average, with no pretend needling to compare with',
    figures: { people: 800, meanAge: 73.6 },
    checkedOn,
    toConfirm: 'DOI',
  },
  cashin2025: {
    authors: 'Cashin AG, et al.',
    title:
      'Analgesic effects of non-surgical and non-interventional treatments for low back pain: a systematic review and meta-analysis of placebo-controlled randomised trials',
    journal: 'BMJ Evidence-Based Medicine',
    year: 2025,
    url: 'https://doi.org/10.1136/bmjebm-2024-112974',
    kind: 'systematic review',
    studied: '301 placebo-controlled trials of 56 treatments',
    figures: { trials: 301, treatments: 56 },
    checkedOn,
    toConfirm: 'title',
  },
} satisfies Record<string, Source>;

export type SourceKey = keyof typeof sources;
