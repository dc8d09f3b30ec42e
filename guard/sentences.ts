const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

// A full stop after these ends no sentence.
const abbreviated = /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|al|e\.g|i\.e|approx|cf|[A-Z])\.\s*$/u;
const numbered = /(?:^|\s)(?:no|vol|pp|fig)\.\s*$/iu;

/** The sentences of a text. A new line ends one, so that a heading needs no full stop; "0.38" and "et al." do not. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+/u).flatMap((block) => joined([...segmenter.segment(plain(block))]));
}

/** One spelling of quotes, hyphens and spaces, so that a rule need not know their variants. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\u2212/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

function joined(segments: Intl.SegmentData[]): string[] {
  const sentences: string[] = [];
  for (const { segment } of segments) {
    const before = sentences.at(-1);
    const goesOn =
      before !== undefined && (abbreviated.test(before) || (numbered.test(before) && /^\d/u.test(segment)));
    if (goesOn) sentences[sentences.length - 1] = before + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}★⭐]/u.test(sentence));
}
