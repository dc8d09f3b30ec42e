import type { Attribution } from '../../pages/attribution.ts';
import type { NewEnquiry } from '../../worker/database/tables.ts';

type Weighted<T> = readonly (readonly [weight: number, thing: T])[];
type Stage = NonNullable<NewEnquiry['stage']>;

export const firstNames = [
  ...[
    'Ada',
    'Ben',
    'Caitríona',
    'Dilys',
    'Efua',
    'Fergus',
    'Grace',
    'Hüseyin',
    'Imogen',
    'Jürgen',
    'Kwame',
    'Leïla',
  ],
  ...[
    'Mohammed',
    'Niamh',
    'Olu',
    'Priya',
    'Quentin',
    'Rhiannon',
    'Siân',
    'Tomasz',
    'Uma',
    'Violet',
    'Wei',
    'Xanthe',
  ],
  ...['Yusuf', 'Zoë', 'Bjørn', 'Łucja', 'Mary-Jane', 'O’Neil'],
];

/** Nobody is called this. */
export const surnames = [
  ...[
    'Example',
    'Sample',
    'Fictional',
    'Invented',
    'Madeup',
    'Makebelieve',
    'Placeholder',
    'Specimen',
    'Testington',
  ],
  ...['Nobody', 'Imaginary', 'Pretend', 'Notreal-Smythe', 'van der Voorbeeld', 'McSample', 'Ó Samplaigh'],
];

/** Names that the world's forms use for nobody in particular, and some that are hard on a layout. */
export const unusualNames = [
  ...[
    '山田 見本',
    '홍길동 (예시)',
    '张三 (示例)',
    'مثال نموذجي',
    'ישראלה לדוגמה',
    'गीता उदाहरण',
    'Нина Примерова',
  ],
  ...[
    'Μαρία Παραδειγματοπούλου',
    'மாதிரி செல்வி',
    'ตัวอย่าง สมมติ',
    'Nguyễn Văn Ví Dụ',
    'Ջոն Օրինակյան',
    'ნინო ნიმუშაძე',
  ],
  ...[
    'Max Mustermann',
    'Erika Mustermann',
    'Ján Vzorový',
    'Jón Dæmisson',
    'X',
    'Bo',
    'test example',
    'SAMPLE, PAT',
  ],
  'Wolfgang-Amadeus Maximilian Beispielhausen-Musterstadt von und zu Fantasien',
  'Llanfairpwllgwyngyllgogerychwyrndrobwll Enghraifft',
  'Pat Example 🙂',
];

/** Ofcom keeps these for drama; `x` is any digit. */
export const phones: Weighted<string> = [
  [60, '07700 900xxx'],
  [8, '+44 7700 900xxx'],
  [6, '07700900xxx'],
  [8, '020 7946 0xxx'],
  [6, '0161 496 0xxx'],
  [6, '(0117) 496 0xxx'],
  [6, '01632 960xxx'],
];

export const campaigns: Weighted<Attribution> = [
  [24, {}],
  [
    22,
    {
      c: 'fb-nov-a',
      utm_source: 'facebook',
      utm_medium: 'paid_social',
      utm_campaign: 'back-pain',
      utm_content: 'a',
    },
  ],
  [
    12,
    {
      c: 'fb-nov-b',
      utm_source: 'facebook',
      utm_medium: 'paid_social',
      utm_campaign: 'back-pain',
      utm_content: 'b',
    },
  ],
  [20, { c: 'g-local', utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'near-me' }],
  [8, { c: 'g-evidence', utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'does-it-work' }],
  [6, { c: 'news-1', utm_source: 'newsletter', utm_medium: 'email' }],
  [4, { utm_source: 'google', utm_medium: 'organic' }],
  [4, { c: 'flyer-gym' }],
];

/** None of them says anything about anybody's health. */
export const messages: Weighted<string> = [
  [45, ''],
  [6, 'Do you have appointments on Saturdays?'],
  [6, 'How much is a first visit, and how long does it take?'],
  [5, 'Is there parking near you, or a bus from the station?'],
  [5, 'Could you tell me what happens at a first visit please'],
  [4, 'I work shifts, so early mornings or after 6pm would suit me best. Thanks!'],
  [4, 'A friend gave me your address. What is the next free date?'],
  [3, 'Please text rather than ring, I am in meetings most of the day.'],
  [3, 'Is your practice on the ground floor?'],
  [
    3,
    'Hello,\n\nI read the page about the evidence and would like to talk it through before I decide.\n\nKind regards',
  ],
  [2, 'Bore da! Ydych chi’n siarad Cymraeg?'],
  [2, 'Are you a member of a professional body? 🙂'],
  [2, 'Do you take card payments, and can I have a receipt for my employer?'],
  [2, '"Just asking" – 2 questions: 1) price; 2) do you sell gift vouchers?'],
  [
    1,
    'I have never done anything like this, so forgive me if I ask too much at once. I should like to know how long a visit takes, whether I may bring somebody with me, what I should wear, whether there is somewhere to leave a bicycle, how far ahead I have to book, what happens if I have to cancel on the day, and whether you send reminders. I can come on any weekday except Wednesday, and I am away for the first two weeks of next month. There is no hurry at all. Thank you for reading to the end of this.',
  ],
];

/** How far an enquiry has come, by its age in days. */
export const stagesByAge: { untilDays: number; stages: Weighted<Stage> }[] = [
  {
    untilDays: 0.25,
    stages: [
      [9, 'new'],
      [1, 'replied'],
    ],
  },
  {
    untilDays: 2,
    stages: [
      [6, 'new'],
      [6, 'replied'],
      [2, 'booked'],
    ],
  },
  {
    untilDays: 10,
    stages: [
      [2, 'new'],
      [6, 'replied'],
      [9, 'booked'],
      [3, 'attended'],
      [3, 'closed'],
    ],
  },
  {
    untilDays: 30,
    stages: [
      [3, 'replied'],
      [5, 'booked'],
      [12, 'attended'],
      [8, 'closed'],
    ],
  },
  {
    untilDays: Number.POSITIVE_INFINITY,
    stages: [
      [1, 'replied'],
      [15, 'attended'],
      [11, 'closed'],
    ],
  },
];

/** How busy each hour of a day is, from midnight on: people write at lunch and in the evening. */
export const hours = [2, 1, 1, 0, 0, 1, 2, 5, 7, 7, 6, 7, 11, 10, 6, 6, 7, 9, 12, 15, 18, 17, 11, 5];
