/** What the top of the landing page may say. Each is an advertisement and passes the guard. */
export const headlines = {
  evidence: {
    title: 'Acupuncture for long-lasting low back pain: what the research says',
    heading: 'Acupuncture for long-lasting low back pain: what the research says',
  },
  firstVisit: {
    title: 'A first acupuncture visit for long-lasting low back pain: what happens',
    heading: 'Thinking about acupuncture for your back? What happens, and what the research says',
  },
  question: {
    title: 'Is acupuncture for you? Long-lasting low back pain and the research',
    heading: 'Is acupuncture for you? What the research says about long-lasting low back pain',
  },
} as const;

export type HeadlineKey = keyof typeof headlines;

/** Which headline an advert's code (`?c=…`) asks for. A code that is not here gets `evidence`. */
const byCampaign: Readonly<Record<string, HeadlineKey>> = {
  'first-visit': 'firstVisit',
  'ask-first': 'question',
};

export function headlineFor(code: string | undefined) {
  // Object.hasOwn, because a code is a stranger's text and could be `constructor`.
  const key = code !== undefined && Object.hasOwn(byCampaign, code) ? byCampaign[code] : undefined;
  return headlines[key ?? 'evidence'];
}
