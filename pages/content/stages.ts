/** How far an enquiry has come, and the word for it. */
export const stages = {
  new: 'New',
  replied: 'Replied',
  booked: 'Booked',
  attended: 'Attended',
  closed: 'Closed',
} as const;

export type Stage = keyof typeof stages;

export const stageNames = Object.keys(stages) as [Stage, ...Stage[]];
