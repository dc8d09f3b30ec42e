/**
 * What pages say about how this practitioner works, one record each. Nobody else can know whether it is so: a sentence
 * stands on the page when the practitioner has said at the desk "this is how I work", and falls away otherwise.
 */
export const promises = {
  adultsOnly: 'For adults (18 or over).',
  freeQuestion: 'A question costs nothing and does not tie you to anything.',
  talk: 'We talk about your back, your health, your medicines and your daily life.',
  plan: 'We make a plan, and agree when to see whether it is worth going on. You can stop at any time.',
  needles:
    'If you wish, I put very fine needles into the skin at chosen points. They are sterile and used once.',
  rest: 'You rest for 20 to 30 minutes. Then I take them out, and we talk about aftercare.',
  massage: 'I can add massage and advice on exercise.',
  notAtOnce: 'I see patients during the day, so nobody reads this at once.',
  review: 'We agree at the start when to look at how you are. If it is not helping by then, we stop.',
} as const;

export type PromiseName = keyof typeof promises;
export const promiseNames = Object.keys(promises) as [PromiseName, ...PromiseName[]];
