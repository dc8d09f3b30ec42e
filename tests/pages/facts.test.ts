import { expect, test } from 'vitest';
import { factChanges } from '../../pages/content/fact-changes.ts';
import {
  factGroupNames,
  partsOf,
  readFacts,
  writeFacts,
} from '../../pages/content/fact-forms/fact-groups.ts';
import { readMinutes, readPounds } from '../../pages/content/fact-forms/read-amounts.ts';
import { readTimes } from '../../pages/content/fact-forms/read-times.ts';
import { factText, mapLink } from '../../pages/content/fact-words.ts';
import { type Facts, factGroups, factLabels, factsSchema } from '../../pages/content/facts.ts';
import { notAFact } from '../../pages/content/not-a-fact.ts';
import { fixtureFacts } from '../fixtures/practice.ts';

const filled: Facts = {
  ...fixtureFacts,
  register: { body: 'bacc', number: '000123' },
  council: { kind: 'licence', name: 'Powys County Council', number: 'SP/0012' },
  phone: '+441392265000',
  email: 'jo@a-practice.co.uk',
};

test('a fact that is written into its form and read again is the same', () => {
  for (const group of factGroupNames) {
    const { facts, mistakes } = readFacts(group, writeFacts(group, filled));
    expect(mistakes).toEqual({});
    for (const name of factGroups[group])
      expect(JSON.stringify(facts[name]), name).toBe(JSON.stringify(inFull(filled)[name]));
  }
});

/** Days that were not given are days that are closed. */
function inFull(facts: Facts): Facts {
  return { ...facts, openingHours: { ...facts.openingHours, saturday: 'closed', sunday: 'closed' } };
}

test('an empty form is no mistake, and no fact', () => {
  for (const group of factGroupNames) expect(readFacts(group, {})).toEqual({ facts: {}, mistakes: {} });
});

test('no control of a group has the name of another', () => {
  for (const group of factGroupNames) {
    const names = partsOf(group, {}).flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('each fact has a place that a link to it leads to', () => {
  for (const group of factGroupNames) {
    const parts = partsOf(group, {});
    const ids = parts.flatMap(({ id, fields }) => [id, ...fields.map(({ name }) => name)]);
    for (const name of factGroups[group]) expect(ids.filter((id) => id === name)).toEqual([name]);
  }
});

test('what is read at its longest fits what is stored, and one more is refused', () => {
  for (const [group, field, most] of [
    ['you', 'name', 80],
    ['you', 'practitioner', 80],
    ['you', 'qualifications', 160],
    ['you', 'insurer', 100],
    ['reach', 'email', 120],
  ] as const) {
    const text = (length: number) =>
      field === 'email'
        ? `${'ab'.repeat(length).slice(0, length - 17)}@a-practice.co.uk`
        : 'ab'.repeat(length).slice(0, length);
    const fits = readFacts(group, { [field]: text(most) });
    expect(fits.mistakes).toEqual({});
    expect(factsSchema.safeParse(fits.facts).success).toBe(true);
    expect(readFacts(group, { [field]: text(most + 1) }).mistakes[field]).toContain(`${most} characters`);
  }
});

test('a name with letters that take more room is stored, or refused with the reason', () => {
  const name = (length: number) => readFacts('you', { name: 'é'.repeat(length - 1).concat('a') });
  expect(factsSchema.safeParse(name(40).facts).success).toBe(true);
  expect(name(41).mistakes.name).toContain('count for two');
});

test('times are read as people type them', () => {
  for (const [from, to, hours] of [
    ['9', '5', '09:00 17:00'],
    ['9am', '5 pm', '09:00 17:00'],
    ['9:30', '17.00', '09:30 17:00'],
    ['9.30 a.m.', '5.15 p.m.', '09:30 17:15'],
    ['0900', '1730', '09:00 17:30'],
    ['noon', '8pm', '12:00 20:00'],
    ['2', '6', '14:00 18:00'],
    ['10', '12', '10:00 12:00'],
    ['８：３０', '６ＰＭ', '08:30 18:00'],
    ['9 o’clock', '20h', '09:00 20:00'],
    ['07:00', '12:00', '07:00 12:00'],
  ]) {
    const times = readTimes({ from: from ?? '', to: to ?? '' });
    expect(`${times.from} ${times.to}`).toBe(hours);
  }
  for (const typed of ['', 'nine', '25', '9:60', '9:5', '13am', '-9', '9 9', '9:30:15', 'late'])
    expect(readTimes({ from: typed, to: '' }).from, typed).toBe(undefined);
});

test('a day is a line, with a break or without, and its times must follow each other', () => {
  const at = (from: string, to: string) => ({ from, to });
  for (const [typed, day] of [
    ['9 to 5', [at('09:00', '17:00')]],
    ['9am–1pm', [at('09:00', '13:00')]],
    ['9-12, 2-7', [at('09:00', '12:00'), at('14:00', '19:00')]],
    ['9.00 - 12.30 & 14.00 - 19.00', [at('09:00', '12:30'), at('14:00', '19:00')]],
    ['10 until noon and 2 pm till 8 pm', [at('10:00', '12:00'), at('14:00', '20:00')]],
    ['closed', 'closed'],
    ['', 'closed'],
    ['By appointment only', 'by appointment'],
  ] as const) {
    const { facts, mistakes } = readFacts('place', { monday: typed, sunday: 'by arrangement' });
    expect([typed, mistakes, facts.openingHours?.monday]).toEqual([typed, {}, day]);
  }
  for (const wrong of [
    '9',
    '14:00 - 9am',
    'nine to five',
    '9-5, 4-6',
    '1-2, 2.30-3, 4-5, 6-7',
    '9-12-14',
    'soon',
    ',',
    'and',
  ])
    expect(readFacts('place', { monday: wrong }).mistakes, wrong).toHaveProperty('monday');
});

test('prices and lengths are read as people type them', () => {
  for (const [typed, pounds] of [
    ['60', 60],
    ['£60', 60],
    ['£ 60.00', 60],
    ['60.5', 60.5],
    ['60 pounds', 60],
    ['£1,200', 1200],
    ['GBP 45', 45],
    ['￡60', 60],
    ['free', 0],
  ] as const)
    expect(readPounds(typed), typed).toBe(pounds);
  for (const typed of [
    '',
    'sixty',
    '60-80',
    'from £60',
    '60 or 70',
    '-60',
    '$60',
    '60.123',
    '6O',
    '1e3',
    '60%',
  ])
    expect(readPounds(typed), typed).toBe(undefined);
  for (const [typed, minutes] of [
    ['60', 60],
    ['60 min', 60],
    ['90mins', 90],
    ['1 hour', 60],
    ['an hour', 60],
    ['1.5 hours', 90],
    ['1h30', 90],
    ['1 hour 15 minutes', 75],
    ['1:15', 75],
  ] as const)
    expect(readMinutes(typed), typed).toBe(minutes);
  for (const typed of ['', 'long', '60-90', '-5', '1.5', 'about 60'])
    expect(readMinutes(typed), typed).toBe(undefined);
});

test('numbers and postcodes get their usual form', () => {
  const ico = (typed: string) => readFacts('data', { icoNumber: typed }).facts.icoNumber;
  expect(['za 123456', 'ZA123456', 'z1234567', 'Z123456X', '00012345678', 'ZB-123456'].map(ico)).toEqual([
    'ZA123456',
    'ZA123456',
    'Z1234567',
    'Z123456X',
    '00012345678',
    'ZB123456',
  ]);
  for (const typed of ['123456', 'ZA12345', 'ZA000000', 'C1234567890', 'abc'])
    expect(ico(typed)).toBe(undefined);
  const at = (postcode: string) => readFacts('place', { street: '1 High Street', town: 'Exeter', postcode });
  expect(at('ex11aa').facts.address?.postcode).toBe('EX1 1AA');
  expect(at(' sw1a  2aa ').facts.address?.postcode).toBe('SW1A 2AA');
  for (const typed of ['', 'Exeter', '12345', 'EX1', 'EX1 1CC1'])
    expect(at(typed).mistakes, typed).toHaveProperty('postcode');
});

test('a phone number rings, and costs nothing extra', () => {
  const phone = (typed: string) => readFacts('reach', { phone: typed });
  expect(phone('(01392) 265 000').facts.phone).toBe('+441392265000');
  expect(phone('+44 1392 265000').facts.phone).toBe('+441392265000');
  for (const typed of [
    '12345',
    '0900 123 4567',
    '0871 234 5678',
    'ask at the desk',
    '01392 265000 after 5',
    '020 7946 0321',
  ])
    expect(phone(typed).mistakes, typed).toHaveProperty('phone');
});

test('that a council asks for nothing is an answer, and a blank is not', () => {
  expect(readFacts('you', { 'council-kind': 'not asked for' }).facts.council).toEqual({
    kind: 'not asked for',
  });
  expect(readFacts('you', { 'council-name': 'Exeter City Council' }).mistakes).toHaveProperty('council-kind');
  expect(readFacts('you', { 'council-kind': 'licence' }).mistakes).toHaveProperty('council-name');
  expect(
    readFacts('you', { 'council-kind': 'not asked for', 'council-number': '12' }).mistakes,
  ).toHaveProperty('council-number');
});

test('a register needs a number, and another register a name', () => {
  expect(readFacts('you', { 'register-body': 'gmc' }).mistakes).toHaveProperty('register-number');
  expect(readFacts('you', { 'register-body': 'other', 'register-number': '12' }).mistakes).toHaveProperty(
    'register-other',
  );
  expect(readFacts('you', { 'register-number': '12' }).mistakes).toHaveProperty('register-body');
});

test('a number of a register or a council has no room for words', () => {
  const read = (number: string) => ({
    register: readFacts('you', { 'register-body': 'gmc', 'register-number': number }).facts.register?.number,
    council: readFacts('you', {
      'council-kind': 'licence',
      'council-name': 'Powys',
      'council-number': number,
    }).facts.council,
  });
  for (const [typed, number] of [
    ['A 12345', 'A 12345'],
    ['SP/0012', 'SP/0012'],
    ['2024-ACU-17', '2024-ACU-17'],
    ['12A3456E', '12A3456E'],
    ['EHSKIN/2021/00123', 'EHSKIN/2021/00123'],
    ['No. 12', 'No. 12'],
    ['#12', '#12'],
    ['１２３', '123'],
  ] as const)
    expect(read(typed)).toEqual({ register: number, council: { kind: 'licence', name: 'Powys', number } });
  for (const typed of [
    'no digits',
    'eases pain 1',
    'Painfree 1',
    'back pain gone in 3 weeks',
    '12 (the best)',
    '1'.repeat(25),
    '12! Book now',
    'боль 12',
  ])
    expect(read(typed), typed).toEqual({ register: undefined, council: undefined });
});

test('what stands for a fact that nobody has given is none', () => {
  for (const text of standIns) expect(notAFact(text), JSON.stringify(text)).not.toBe(undefined);
});

test('what only looks like it is a fact', () => {
  for (const text of genuine) expect(notAFact(text), text).toBe(undefined);
});

test('facts in words', () => {
  expect(factText('address', filled)).toBe('1 Example Street, Exampletown, EX1 1EX');
  expect(factText('openingHours', filled)).toBe('Monday to Friday, 9 am to 5 pm');
  expect(factText('prices', filled)).toBe('First consultation, 60 minutes: £60; Session, 40 minutes: £45');
  expect(factText('register', filled)).toBe('British Acupuncture Council, number 000123');
  expect(factText('council', filled)).toBe('Powys County Council, licence SP/0012');
  expect(factText('phone', filled)).toBe('01392 265000');
  expect(factText('insurer', {})).toBe(undefined);
  const hours = [{ from: '10:00', to: '18:30' }];
  expect(
    factText('openingHours', {
      openingHours: {
        monday: hours,
        wednesday: hours,
        friday: hours,
        saturday: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '15:00' },
        ],
        sunday: 'by appointment',
      },
    }),
  ).toBe(
    'Monday, Wednesday and Friday, 10 am to 6.30 pm; Saturday, 9 am to noon, 2 pm to 3 pm; Sunday, by appointment',
  );
  expect(mapLink({ street: '1 High Street & Co', town: 'Exeter', postcode: 'EX1 1AA' })).toBe(
    'https://www.google.com/maps/search/?api=1&query=1%20High%20Street%20%26%20Co%2C%20Exeter%2C%20EX1%201AA',
  );
});

test('what changed is told fact by fact, and promise by promise', () => {
  expect(factChanges(filled, filled)).toEqual([]);
  const { insurer, ...without } = filled;
  expect(factChanges(filled, without)).toEqual([
    { label: factLabels.insurer, before: insurer, after: undefined },
  ]);
  expect(factChanges({}, { promises: { massage: 'off' } })).toEqual([
    { label: '“I can add massage and advice on exercise.”', before: undefined, after: 'switched off' },
  ]);
});

const standIns = [
  '',
  '  ',
  'TBC',
  'tbc.',
  'T.B.C.',
  't b c',
  '(TBC)',
  'ＴＢＣ',
  'ТВС',
  't\u200bbc',
  'n/a',
  'N / A',
  'N.A.',
  'na',
  'none',
  'x',
  'X',
  'xxx',
  '-',
  '—',
  '?',
  '...',
  '.',
  'to add',
  'To be added',
  '[to add: insurer]',
  'to be confirmed',
  'Name: TBC',
  'Registration: n/a',
  'lorem ipsum dolor',
  'Your name',
  'your name here',
  'placeholder',
  'insert name',
  '[name]',
  '{{town}}',
  '00000',
  'coming soon',
  'TODO',
  'tba',
  'To follow',
  'not applicable',
  'Test',
  '123 xxx',
  'xx1 1xx',
  'hello@example.com',
  'jo@example.org',
  'me@clinic.example',
  'jo@foo.test',
  'a@b.invalid',
  'localhost',
  'https://example.com/x',
  'www.example.co.uk',
  'jane@yourdomain.com',
  'name@domain.com',
  'test@test.com',
  '07700 900123',
  '+44 7700 900123',
  '0044 7700900999',
  '020 7946 0000',
  '(0113) 496 0999',
  '0191 498 0000',
  '028 9649 6000',
  '029 2018 0999',
  '01632 960001',
  '0808 157 0123',
  '0909 879 0000',
  '03069 990123',
  'call 07700900123 after 5',
  '٠٧٧٠٠ ٩٠٠١٢٣',
];

const genuine = [
  'Jane Carter',
  'Na Li',
  'Ng',
  'Xiao Xu',
  'T. B. Carter',
  'Max Exxon',
  '李',
  'Balens',
  'Exeter City Council',
  'Test Valley Borough Council',
  'BSc (Hons) Acupuncture',
  'Member of the British Acupuncture Council (MBAcC)',
  '12 High Street',
  '5-7 Norwich Road',
  'Addenbrooke House',
  'Enter House',
  'Blank Street',
  'Sample Road',
  'EX1 1EX',
  '000123',
  'ZA123456',
  '01392 265000',
  '020 7946 1321',
  '07911 123456',
  'jo@a-practice.co.uk',
  'jo@contest.com',
  'jo@exampletown.co.uk',
  'First consultation',
  'Session (60 minutes)',
  'Add-on session',
  'Nonesuch Therapy',
];
