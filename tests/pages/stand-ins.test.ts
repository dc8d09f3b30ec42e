import { expect, test } from 'vitest';
import { readFacts } from '../../pages/content/fact-forms/fact-groups.ts';
import { readPostcode } from '../../pages/content/fact-forms/read-postcode.ts';
import { notAFact } from '../../pages/content/not-a-fact.ts';
import { postcodeAreas } from '../../pages/content/postcode-areas.ts';
import type { Kind } from '../../pages/content/stand-in-words.ts';

test('what stands for a fact that nobody has given is none', () => {
  for (const text of standIns) expect(notAFact(text), JSON.stringify(text)).not.toBe(undefined);
});

test('what only looks like it is a fact', () => {
  for (const text of genuine) expect(notAFact(text), text).toBe(undefined);
});

const noWords = [
  'will follow',
  'follows',
  'Details to follow',
  'see website',
  'See our website.',
  'ask me',
  'on request',
  'available on request',
  'John Doe',
  'Jane Doe',
  'A N Other',
  'A.N. Other',
  'Joe Bloggs',
  'Mrs Jane Bloggs',
  'no idea',
  'dunno',
  'don’t know',
  "I don't know yet",
  'pending',
  'pending (renewal)',
  'renewal pending',
  'Balens (pending)',
  'applied for',
  'update me',
  'blank for now',
  'hello',
  'Yes',
  'no',
  'OK',
  'not registered',
  'Not yet registered',
  'Insurer name',
  'name of insurer',
  'Name of my company',
  'none yet',
  'not insured',
  'me',
  'same as clinic',
  'Same as above',
  'Ltd',
  'qwerty',
  'asdf',
  'asdf asdf',
  'zxcvb',
  'abcd',
  'Number: none',
  'Insurer – unknown',
  'Policy: don’t know',
  'test 123',
  'call me',
  'waiting for renewal',
  'still waiting',
  'in progress',
  'insurer.pdf',
  '12345',
  '01392 265000',
  'tel 01392 265000',
  'Mobile: 07911 123457',
  '01234 567890',
  '07123 456789',
  '7',
  'your clinic',
];
const real: readonly (readonly [Kind, string])[] = [
  ['person', 'Mei E'],
  ['person', 'E'],
  ['person', 'Anna See'],
  ['person', 'Moshe Bar'],
  ['person', 'Tom Blank'],
  ['person', 'Jill Test'],
  ['person', 'Will Page'],
  ['person', 'See'],
  ['person', 'Sukarno'],
  ['person', 'N. A. Patel'],
  ['person', 'N.A. Patel'],
  ['person', 'Dr [GP] Smith'],
  ['person', 'John Smith'],
  ['person', 'Jane Dow'],
  ['person', 'Hope Follows'],
  ['words', 'BSc [Hons]'],
  ['words', 'cert [2009]'],
  ['words', 'BSc (Hons), 2009'],
  ['words', 'Acupuncturist (registered)'],
  ['words', 'Registered nurse'],
  ['words', 'Aviva'],
  ['words', '3B Insurance'],
  ['words', 'Lic Ac - London - 1998'],
  ['practice', 'TBC Acupuncture'],
  ['practice', 'XX Clinic'],
  ['practice', 'Your Clinic'],
  ['practice', 'My Clinic Ltd'],
  ['practice', 'The Clinic'],
  ['practice', 'Hello Clinic'],
  ['place', 'No. 1 Town Here'],
  ['place', 'Street'],
  ['place', 'The Street'],
  ['place', '1 Blank Street'],
  ['place', 'Flat 2 (above the shop)'],
  ['price', 'Follow on'],
  ['price', 'Phone call'],
  ['price', 'Online'],
  ['photo', 'Me in my clinic'],
  ['photo', 'Jo Smith at work'],
];

test('words that say that a fact will come later are none', () => {
  for (const text of noWords) expect(notAFact(text, 'words'), text).not.toBe(undefined);
  for (const text of [
    'photo',
    'IMG_0001.HEIC',
    'IMG_0001',
    'My photo',
    'photo of me',
    'DSC 0123',
    'Image 1.png',
  ])
    expect(notAFact(text, 'photo'), text).not.toBe(undefined);
  for (const text of ['Anytown', '123 Fake Street', 'See above', 'Address', 'address to follow'])
    expect(notAFact(text, 'place'), text).not.toBe(undefined);
  for (const text of [
    'TBC',
    'TBC later',
    'Practice name',
    'Clinic',
    'name of clinic',
    'Your practice',
    'xx',
    'Test',
  ])
    expect(notAFact(text, 'practice'), text).not.toBe(undefined);
  for (const text of [
    'Test',
    'Blank',
    'x',
    'Will follow',
    'Me',
    'Ask me',
    'Your name',
    'John Doe',
    '01392 265000',
  ])
    expect(notAFact(text, 'person'), text).not.toBe(undefined);
});

test('names that have such words in them are names', () => {
  for (const [kind, text] of real) expect(notAFact(text, kind), `${kind}: ${text}`).toBe(undefined);
});

test('a postcode has an area that exists', () => {
  expect(postcodeAreas.size).toBe(124);
  for (const typed of ['ZZ99 9ZZ', 'AA1 1AA', 'QQ1 1QQ', 'XX1 1XX'])
    expect(readPostcode(typed), typed).toBe(undefined);
  for (const typed of ['JE2 3AB', 'EC1A 1BB', 'M1 1AE', 'im1 1ag', 'EX1 OAA'])
    expect(readPostcode(typed), typed).toBeTruthy();
});

test('whoever answers for the data has a name and an address', () => {
  const read = (name: string, address: string) =>
    readFacts('data', { 'controller-name': name, 'controller-address': address });
  for (const [name, address] of [
    ['Jo Smith', '1 High Street, Exeter EX1 1AA'],
    ['My Clinic Ltd', 'Rose Cottage, Church Lane, Exeter, ex11aa'],
    ['E', 'PO Box 12, Exeter, EX1 1AA, UK'],
  ] as const)
    expect(read(name, address).mistakes).toEqual({});
  for (const [name, address] of [
    ['12345', '1 High Street, Exeter EX1 1AA'],
    ['Ltd', '1 High Street, Exeter EX1 1AA'],
    ['me', '1 High Street, Exeter EX1 1AA'],
  ] as const)
    expect(read(name, address).mistakes, name).toHaveProperty('controller-name');
  for (const address of [
    'same as clinic',
    'Exeter',
    '1 High Street, Exeter',
    'Exeter EX1 1AA',
    '1 High Street, Exeter ZZ1 1AA',
  ])
    expect(read('Jo Smith', address).mistakes, address).toHaveProperty('controller-address');
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
