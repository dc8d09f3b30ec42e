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
import { fixtureFacts } from '../fixtures/practice.ts';

const filled: Facts = {
  ...fixtureFacts,
  register: [
    { body: 'bacc', number: '000123' },
    { body: 'other', other: 'Example Register', number: 'X/12' },
  ],
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
    ['you', 'qualifications', 240],
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
    ['£0', 0],
    ['62,50', 62.5],
    ['£1,250', 1250],
    ['60 pounds 50', 60.5],
    ['60 pounds and 50 pence', 60.5],
    ['£60.50p', 60.5],
    ['50p', 0.5],
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
    ['1½ hours', 90],
    ['1 ½ hr', 90],
    ['½ hour', 30],
    ['1 1/2 hours', 90],
    ['1 and a half hours', 90],
    ['an hour and a half', 90],
    ['half an hour', 30],
    ['¾ hour', 45],
  ] as const)
    expect(readMinutes(typed), typed).toBe(minutes);
  for (const typed of ['', 'long', '60-90', '-5', '1.5', 'about 60'])
    expect(readMinutes(typed), typed).toBe(undefined);
});

test('a price may be the lowest of several, and a length may differ or be left out', () => {
  const price = (minutes: string, pounds: string) => {
    const typed = { 'price-1-what': 'Session', 'price-1-minutes': minutes, 'price-1-pounds': pounds };
    const { facts, mistakes } = readFacts('prices', typed);
    expect(factsSchema.safeParse(facts).success).toBe(true);
    expect(readFacts('prices', writeFacts('prices', facts)).facts).toEqual(facts);
    return factText('prices', facts) ?? Object.keys(mistakes).join();
  };
  for (const [minutes, pounds, words] of [
    ['', '30', 'Session: £30'],
    ['45-60', '60', 'Session, 45 to 60 minutes: £60'],
    ['45 to 60 mins', 'from 80', 'Session, 45 to 60 minutes: from £80'],
    ['1-2 hours', 'From £80.50', 'Session, 60 to 120 minutes: from £80.50'],
    ['1–1½ hours', '£80+', 'Session, 60 to 90 minutes: from £80'],
    ['45 min - 1 hour', 'starting from £80', 'Session, 45 to 60 minutes: from £80'],
    ['15', '£0', 'Session, 15 minutes: free'],
    ['', 'free', 'Session: free'],
    ['60-45', '60', 'price-1-minutes'],
    ['60', '60-80', 'price-1-pounds'],
    ['long', '', 'price-1-minutes,price-1-pounds'],
    ['600', '60', 'price-1-minutes'],
  ] as const)
    expect(price(minutes, pounds), `${minutes} ${pounds}`).toBe(words);
});

test('there is room for twelve prices, and always for one more until then', () => {
  const typed = (count: number, what = 'Session') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => index + 1).flatMap((row) => [
        [`price-${row}-what`, `${what} ${row}`],
        [`price-${row}-pounds`, '60'],
      ]),
    );
  const { facts, mistakes } = readFacts('prices', typed(12));
  expect(mistakes).toEqual({});
  expect(facts.prices).toHaveLength(12);
  expect(partsOf('prices', typed(12))).toHaveLength(12);
  expect(partsOf('prices', typed(11))).toHaveLength(12);
  const long = readFacts('prices', typed(12, 'A session with a very long description of what it is for'));
  const short = long.facts.prices
    ? factsSchema.safeParse(long.facts).success
    : 'price-12-what' in long.mistakes;
  expect(short).toBe(true);
  expect(readFacts('prices', typed(12, 'x y'.repeat(25))).mistakes).toHaveProperty('price-12-what');
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
  for (const typed of [
    'ICO registration number: ZA123456',
    'Registration reference: ZA123456',
    'Reg no ZA123456',
    'Reg. No. ZA 123 456',
    'ICO No: za123456',
    'ICO: ZA-123456',
    'ＺＡ１２３４５６',
  ])
    expect(ico(typed), typed).toBe('ZA123456');
  expect(['ZA1O345O', 'Z 123 4567', 'A8123456', '12345098', '1234509', 'ZC104221'].map(ico)).toEqual([
    'ZA103450',
    'Z1234567',
    'A8123456',
    '12345098',
    '1234509',
    'ZC104221',
  ]);
  for (const typed of [
    '123456',
    'ZA12345',
    'ZA000000',
    'ZA111111',
    '1111111',
    'AB123456',
    'ZA123456 pending',
    'ZD123456',
    'abc',
  ])
    expect(ico(typed)).toBe(undefined);
  const at = (postcode: string) => readFacts('place', { street: '1 High Street', town: 'Exeter', postcode });
  expect(at('ex11aa').facts.address).toMatchObject({ postcode: 'EX1 1AA' });
  expect(at(' sw1a  2aa ').facts.address).toMatchObject({ postcode: 'SW1A 2AA' });
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
    '01392 265000 or 07911 123457',
    '020 7946 0321',
  ])
    expect(phone(typed).mistakes, typed).toHaveProperty('phone');
});

test('of what is pasted along with a number or an address, those are taken', () => {
  const read = (field: 'phone' | 'email', typed: string) =>
    readFacts('reach', { [field]: typed }).facts[field];
  for (const typed of ['07812 345987 WhatsApp', 'mobile 07812 345987', 'Mob: 07812345987 (after 5)'])
    expect(read('phone', typed), typed).toBe('+447812345987');
  for (const typed of [
    'Siân Llŷr <sian@gmail.com>',
    '"Siân" <sian@gmail.com>',
    'mailto:sian@gmail.com',
    'sian@gmail.com.',
  ])
    expect(read('email', typed), typed).toBe('sian@gmail.com');
  expect(read('email', 'siân@llŷr.cymru')).toBe('siân@llŷr.cymru');
  expect(read('email', 'иван@почта.рф')).toBe('иван@почта.рф');
});

test('an address with a slip is asked about once', () => {
  for (const [typed, meant] of [
    ['sian@gmial.com', 'sian@gmail.com'],
    ['sian@gmail.con', 'sian@gmail.com'],
    ['sian@hotmail.co.ul', 'sian@hotmail.co.uk'],
  ] as const) {
    expect(readFacts('reach', { email: typed }).mistakes.email).toContain(`Did you mean ${meant}?`);
    const again = readFacts('reach', { email: typed, 'email-asked': typed });
    expect(again).toEqual({ facts: { email: typed }, mistakes: {} });
    expect(readFacts('reach', { email: 'sian@gmaill.com', 'email-asked': typed }).mistakes).toHaveProperty(
      'email',
    );
  }
  expect(readFacts('reach', { email: 'no address', 'email-asked': 'no address' }).mistakes).toHaveProperty(
    'email',
  );
});

test('an address that is pasted in several lines has commas between them', () => {
  const pasted = '1 High Street\r\n Exeter,\nDevon\n\nEX1 1AA\n';
  const { facts } = readFacts('data', { 'controller-name': 'Jo Smith', 'controller-address': pasted });
  expect(facts.controller?.address).toBe('1 High Street, Exeter, Devon, EX1 1AA');
  const typed = { street: 'Unit 2\n1 High Street', town: 'Exeter', postcode: 'EX1 1AA' };
  expect(readFacts('place', typed).facts.address).toMatchObject({ street: 'Unit 2, 1 High Street' });
});

test('patients come to a clinic, or are visited at home, or both', () => {
  const at = { street: '1 High Street', town: 'Exeter', postcode: 'EX1 1AA' };
  for (const [typed, words] of [
    [{ visits: 'Exeter and 10 miles around' }, 'home visits: Exeter and 10 miles around'],
    [at, '1 High Street, Exeter, EX1 1AA'],
    [{ ...at, visits: 'Exeter' }, '1 High Street, Exeter, EX1 1AA; home visits: Exeter'],
  ] as const) {
    const { facts, mistakes } = readFacts('place', typed);
    expect(mistakes).toEqual({});
    expect(factsSchema.parse(facts)).toEqual(facts);
    expect(writeFacts('place', facts)).toEqual(typed);
    expect(factText('address', facts)).toBe(words);
  }
  for (const typed of ['ask me', 'TBC', '12'])
    expect(readFacts('place', { ...at, visits: typed }).mistakes, typed).toHaveProperty('visits');
});

test('that a council asks for nothing is an answer, and a blank is not', () => {
  expect(readFacts('you', { 'council-kind': 'not asked for' }).facts.council).toEqual({
    kind: 'not asked for',
  });
  expect(readFacts('you', { 'council-name': 'Exeter City Council' }).mistakes).toHaveProperty('council-kind');
  for (const typed of [
    { 'council-kind': 'licence' },
    { 'council-kind': 'unknown', 'council-name': 'Exeter' },
  ])
    expect(readFacts('you', typed)).toEqual({ facts: {}, mistakes: {} });
  const half = readFacts('you', { 'council-kind': 'licence', 'council-name': 'Exeter City Council' });
  expect(half.mistakes['council-number']).toContain('I do not know yet');
  expect(readFacts('data', { transferSafeguard: 'not yet' })).toEqual({ facts: {}, mistakes: {} });
  expect(
    readFacts('you', { 'council-kind': 'not asked for', 'council-number': '12' }).mistakes,
  ).toHaveProperty('council-number');
});

test('there is room for three registers, and a form for one more until then', () => {
  const entry = (row: string) => ({ [`register${row}-body`]: 'gmc', [`register${row}-number`]: '12' });
  const three = { ...entry(''), ...entry('-2'), ...entry('-3') };
  expect(readFacts('you', three).facts.register).toHaveLength(3);
  const count = (typed: Record<string, string>) =>
    partsOf('you', typed).filter(({ legend }) => legend?.endsWith('register')).length;
  expect([{}, entry(''), { ...entry(''), ...entry('-2') }, three].map(count)).toEqual([1, 2, 3, 3]);
  expect(readFacts('you', { ...entry(''), 'register-2-body': 'hcpc' }).mistakes).toHaveProperty(
    'register-2-number',
  );
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
    register: readFacts('you', { 'register-body': 'gmc', 'register-number': number }).facts.register?.[0]
      ?.number,
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

test('facts in words', () => {
  expect(factText('address', filled)).toBe('1 Example Street, Exampletown, EX1 1EX');
  expect(factText('openingHours', filled)).toBe('Monday to Friday, 9 am to 5 pm');
  expect(factText('prices', filled)).toBe('First consultation, 60 minutes: £60; Session, 40 minutes: £45');
  expect(factText('register', filled)).toBe(
    'British Acupuncture Council, number 000123; Example Register, number X/12',
  );
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
  expect(mapLink('1 High Street & Co, Exeter, EX1 1AA')).toBe(
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
