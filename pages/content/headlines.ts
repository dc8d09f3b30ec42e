export interface Headline {
  /** In the browser's tab and in search results, before the practice's name. */
  title: string;
  heading: string;
  lead: string;
}

const lead = 'I am an acupuncturist. Here is what the research found, good and bad, so you can decide.';

/** What may stand first on the landing page. Each is an advertisement, and the guard reads every one. */
export const headlines = {
  worthTrying: {
    title: 'Is acupuncture worth trying for long-lasting low back pain?',
    heading: 'Is acupuncture worth trying for long-lasting low back pain?',
    lead,
  },
  research: {
    title: 'Acupuncture and long-lasting low back pain: what does the research say?',
    heading: 'What does the research say about acupuncture and long-lasting low back pain?',
    lead,
  },
  firstVisit: {
    title: 'What is a first acupuncture visit like?',
    heading: 'Long-lasting low back pain: what is a first acupuncture visit like?',
    lead: 'I am an acupuncturist. Here is what happens, and what the research found, good and bad.',
  },
} satisfies Record<string, Headline>;

type HeadlineKey = keyof typeof headlines;

/** Which headline an advert's code (`?c=…`) asks for. A code that is not here gets `worthTrying`. */
export const headlineByCampaign: Readonly<Record<string, HeadlineKey>> = {
  research: 'research',
  'first-visit': 'firstVisit',
};

export function headlineFor(code: string | undefined): Headline {
  // hasOwn, because a code is a stranger's text and could be `constructor`.
  const key =
    code !== undefined && Object.hasOwn(headlineByCampaign, code) ? headlineByCampaign[code] : undefined;
  return headlines[key ?? 'worthTrying'];
}
