import { expect, test } from 'vitest';
import { type Facts, factsSchema, weekdays } from '../../pages/content/facts.ts';
import { promiseNames } from '../../pages/content/promises.ts';
import { settingsSchema } from '../../pages/content/settings.ts';
import { Stop } from '../../scripts/command.ts';
import { insert } from '../../scripts/d1.ts';
import { copyOf, inVariable } from '../../scripts/deploy/practice-copy.ts';
import { storedPractice } from '../../scripts/stored-practice.ts';
import { memoryDatabase } from '../support/memory-database.ts';

// What a deploy takes along of the practice, so that visitors get pages while D1 does not answer.

const now = new Date('2026-11-25T12:00Z');
const row = (kind: string, content: object, version: number) =>
  insert('practice_versions', { version, kind, content: JSON.stringify(content), at: version, by: 'me' });

/** As long a text as a field takes, of one character. */
function longest(field: string, facts: (text: string) => Facts, character: string): string {
  for (let length = 1; ; length++)
    if (!factsSchema.safeParse(facts(character.repeat(length + 1))).success) {
      if (!factsSchema.safeParse(facts(character.repeat(length))).success) throw new Error(field);
      return character.repeat(length);
    }
}

function fullFacts(character: string): Facts {
  const text = (field: string, facts: (text: string) => Facts) => longest(field, facts, character);
  const name = text('name', (name) => ({ name }));
  const number = text('number', (number) => ({ register: [{ body: 'other', number }] }));
  const registers = (name: string) => {
    const entry = { body: 'acupuncturesociety' as const, number: '12345678901234567890' };
    const all = Array.from({ length: 3 }, (_, index) => (index === 2 ? { ...entry, other: name } : entry));
    return factsSchema.safeParse({ register: all }).success ? all : [{ ...entry, other: name, number }];
  };
  const register = text('registers', (name) => ({ register: registers(name) }));
  const council = text('council', (name) => ({ council: { kind: 'registration', name, number: '1' } }));
  const street = text('street', (street) => ({ address: { street, town: 'x', postcode: 'x' } }));
  const town = text('town', (town) => ({ address: { street: 'x', town, postcode: 'x' } }));
  const postcode = text('postcode', (postcode) => ({ address: { street: 'x', town: 'x', postcode } }));
  const prices = (what: string) =>
    [12, 11, 10, 9, 8].flatMap((length) => {
      const all = Array.from({ length }, () => ({
        what,
        minutes: 10,
        upTo: 480,
        pounds: 1999.99,
        from: true as const,
      }));
      return factsSchema.safeParse({ prices: all }).success ? [all] : [];
    })[0] ?? [];
  const what = text('what', (what) => ({ prices: prices(what) }));
  const controller = text('controller', (name) => ({ controller: { name, address: 'x' } }));
  const postal = text('postal', (address) => ({ controller: { name: 'x', address } }));
  const portrait = { hash: 'f'.repeat(64), width: 99_999, height: 99_999 };
  return {
    name,
    practitioner: text('practitioner', (practitioner) => ({ practitioner })),
    qualifications: text('qualifications', (qualifications) => ({ qualifications })),
    register: registers(register),
    council: { kind: 'registration', name: council, number },
    insurer: text('insurer', (insurer) => ({ insurer })),
    address: { street, town, postcode, visits: text('visits', (visits) => ({ address: { visits } })) },
    openingHours: Object.fromEntries(
      weekdays.map((day) => [day, Array(3).fill({ from: '09:00', to: '17:00' })]),
    ),
    prices: prices(what),
    phone: text('phone', (phone) => ({ phone })),
    email: text('email', (email) => ({ email })),
    controller: { name: controller, address: postal },
    icoNumber: '00012345678',
    transferSafeguard: 'addendum',
    portrait: { ...portrait, alt: text('alt', (alt) => ({ portrait: { ...portrait, alt } })) },
    promises: Object.fromEntries(promiseNames.map((name) => [name, 'mine'])),
  };
}

const fullSettings = settingsSchema.parse({
  closedDays: Array.from({ length: 60 }, (_, day) =>
    new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10),
  ),
  workingTimes: { days: [0, 1, 2, 3, 4, 5, 6], from: '09:00', to: '17:00' },
  replyTime: { workingDays: 5, awayUntil: '2026-12-24' },
  quietAfter: 365,
  retention: { months: 24, attendedMonths: 96, reviewDays: 365 },
  mailTo: `${'x'.repeat(60)}@${'y'.repeat(180)}.example`,
});

test.each(['x', 'ŵ', '針', '🙂', '"', '\\'])(
  'with every field at its longest, written in %s, it fits into a variable',
  (character) => {
    const facts = { version: 123_456, content: fullFacts(character), at: now, by: 'me', backTo: null };
    const settings = { version: 123_457, content: fullSettings, at: now, by: 'me', backTo: null };
    const door = { version: 123_458, content: { open: false }, at: now, by: 'me', backTo: null };
    const text = inVariable(copyOf({ facts, settings, door }, now));
    console.log(
      `The copy with every field at its longest in ${character}: ${Buffer.byteLength(text)} bytes of 5120`,
    );
    expect(JSON.parse(text).facts).toEqual(facts.content);
  },
);

test('it has the newest version of each, without who is told by mail and days that are over', () => {
  const { ask, exec } = memoryDatabase();
  exec(
    row('facts', { name: 'Old' }, 1),
    row('door', { open: true }, 2),
    row('settings', { mailTo: 'me@a.co.uk', closedDays: ['2026-12-25', '2025-12-25'] }, 3),
    row('facts', { name: 'New' }, 4),
  );
  const copy = copyOf(storedPractice(ask), now);
  expect(copy).toMatchObject({ facts: { name: 'New' }, open: true, version: '4.3.2' });
  expect(copy.settings).toMatchObject({ mailTo: '', closedDays: ['2026-12-25'] });
});

test('a new site has nothing, and is shut', () => {
  expect(copyOf(storedPractice(memoryDatabase().ask), now)).toMatchObject({ facts: {}, open: false });
});

test('facts that this version cannot read are said by name', () => {
  for (const [content, words] of [
    [{ icoNumber: 7, name: 'Mine' }, 'This version cannot read the practice’s facts: icoNumber'],
    ['{', 'damaged'],
  ] as const) {
    const { ask, exec } = memoryDatabase();
    exec(row('facts', {}, 1));
    exec(
      `update practice_versions set content = '${typeof content === 'string' ? content : JSON.stringify(content)}'`,
    );
    expect(() => storedPractice(ask)).toThrow(Stop);
    expect(() => storedPractice(ask)).toThrow(words);
  }
});
