import type { Attribution } from '../../pages/attribution.ts';
import { type Stage, stagesWhere } from '../../pages/content/stages.ts';

// What is in a list more than once comes more often.

export const firstNames = ['Ada', 'Ben', 'Caitríona', 'Dilys', 'Efua', 'Hüseyin', 'Niamh', 'Priya', 'Łucja'];

/** Nobody is called this. */
export const surnames = ['Example', 'Sample', 'Fictional', 'Pretend', 'Notreal-Smythe', 'Ó Samplaigh'];

/** Names that the world's forms use for nobody in particular, and some that are hard on a layout. */
export const unusualNames = [
  '山田 見本',
  'مثال نموذجي',
  'ישראלה לדוגמה',
  'Нина Примерова',
  'Nguyễn Văn Ví Dụ',
  'X',
  'SAMPLE, PAT',
  'Wolfgang-Amadeus Maximilian Beispielhausen-Musterstadt von und zu Fantasien',
  'Llanfairpwllgwyngyllgogerychwyrndrobwll Enghraifft',
  'Pat Example 🙂',
];

const mobile = '07700 900xxx';
/** Ofcom reserves these for drama; `x` is any digit. */
export const phones = [mobile, mobile, mobile, mobile, '+44 7700 900xxx', '020 7946 0xxx', '(0117) 496 0xxx'];

const advert = {
  c: 'fb-nov-a',
  utm_source: 'facebook',
  utm_medium: 'paid_social',
  utm_campaign: 'autumn',
};
export const campaigns: Attribution[] = [
  {},
  {},
  advert,
  advert,
  { ...advert, c: 'fb-nov-b' },
  { c: 'g-local', utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'near-me' },
  { c: 'g-evidence', utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'does-it-work' },
  { c: 'news-1', utm_source: 'newsletter', utm_medium: 'email' },
  { utm_source: 'google', utm_medium: 'organic' },
  { c: 'flyer-gym' },
];

/** None of them says anything about anybody's health. About as many people write nothing. */
export const messages = [
  'Do you have appointments on Saturdays?',
  'How much is a first visit, and how long does it take?',
  'I work shifts, so early mornings or after 6pm would suit me best. Thanks!',
  'Hello,\n\nI read the page about the evidence.\n\nKind regards',
  'Bore da! Ydych chi’n siarad Cymraeg?',
  '"Just asking" – 2 questions: 1) price; 2) do you sell gift vouchers?',
  'I have never done anything like this, so forgive me if I ask too much at once. I should like to know how long a visit takes, whether I may bring somebody with me, what I should wear, whether there is somewhere to leave a bicycle, how far ahead I have to book, and whether you send reminders. I can come on any weekday except Wednesday. There is no hurry at all. Thank you for reading to the end of this.',
];

/** How far an enquiry may have come by its age: whoever wrote days ago was answered, and most who wrote weeks ago came. */
export function stagesAt(ageInDays: number): Stage[] {
  if (ageInDays < 2) return stagesWhere(({ booked, folded }) => !booked && !folded);
  const answered = stagesWhere((stage) => stage.answered !== 'not yet');
  const attended = stagesWhere((stage) => stage.attended);
  return ageInDays < 20 ? answered : [...answered, ...attended, ...attended, ...attended];
}

/** Who works at the demo's desk: whom `npm start` signs in. */
export const practitioner = 'practitioner@example.com';

/** When people write: at lunch and in the evening above all. */
export const hours = [0, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22];
