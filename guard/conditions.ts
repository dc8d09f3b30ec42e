/** A condition that the page is not about, and where its word may stand all the same. */
export interface Condition {
  words: RegExp;
  /** Section ids, or a page's path for what stands in no section; each with the reason. None, where it is left out. */
  places?: Readonly<Record<string, string>>;
  /** May be named with "short-term" (CAP's list), if it has a place at all. */
  mayBeRelieved?: true;
}

const nhsPractice = 'what the NHS offers and NICE advises is reported there, with its limits';

export const conditions = {
  sciatica: {
    words: /\bsciatic(?:a)?\b/giu,
    places: {
      evidence: nhsPractice,
      '/evidence': nhsPractice,
      causes: 'a slipped disc can cause it',
      questions: 'says that no claim is made for it',
    },
  },
  pregnancy: {
    words: /\b(?:pregnan(?:t|cy|cies)|antenatal|expectant mothers?|mums?-to-be|morning sickness)\b/giu,
    places: {
      causes: 'it may play a part in back pain',
      safety: 'asks people to tell a midwife or GP first',
      questions: 'says that no claim is made for it',
    },
  },
  headache: {
    words: /\b(?:headaches?|migraines?)\b/giu,
    places: { evidence: nhsPractice, '/evidence': nhsPractice },
    mayBeRelieved: true,
  },
  'other allowed pain': {
    words: /\b(?:(?:neck|jaw) pain|knee (?:pain|osteoarthritis)|temporomandibular|TMJ)\b/giu,
    mayBeRelieved: true,
  },
  'other pain': {
    words:
      /\b(?:arthriti[cs]|(?<!knee )osteoarthritis|fibromyalgia|(?:shoulder|hip|period|pelvic|elbow|foot|heel|joint|nerve|wrist) pain|tennis elbow|frozen shoulder|carpal tunnel|plantar fasciitis|endometriosis|neuropathy|tendonitis|RSI|whiplash)\b/giu,
  },
  mind: {
    words: /\b(?:depression|anxiety|insomnia|PTSD|ADHD|autism|panic attacks|burnout)\b/giu,
  },
  fertility: {
    words:
      /\b(?:(?:in|sub)?fertil(?:e|ity)|IVF|conceiv(?:e|ing)|(?:trying for|having) a baby|PCOS|menopaus\w+|hot flushes|PMS|PMT)\b/giu,
  },
  illness: {
    words:
      /\b(?:cancer|asthma|IBS|irritable bowel|diabet\w+|hypertension|high blood pressure|stroke|hay ?fever|eczema|psoriasis|allergies|sinusitis|addiction|(?<!unexplained )weight loss(?! (?:you|nobody|that|without)\b)|long covid|chronic fatigue|tinnitus|parkinson's|dementia|shingles|bell's palsy|nausea)\b/giu,
  },
} satisfies Record<string, Condition>;
