import { expect, test } from 'vitest';
import { endOf, isKeyEnd } from '../../scripts/key-ends.ts';
import { nextId, pairsIn, ringOf, whyNotInUse, without } from '../../scripts/keys/ring.ts';
import { mayBeDropped, mustBeRetiredLong, type Sealed, sealedWith } from '../../scripts/keys/sealed-with.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { randomKey } from '../support/small-site.ts';

const k1 = randomKey();
const k2 = randomKey();
const retiredAt = '2026-11-01T12:00:00.000Z';
const noted = { root: endOf(randomKey()), k2: endOf(k2), k1: { ...endOf(k1), retiredAt } };

test('the end of a key is known again, with its name or beside it, and nothing else is', () => {
  expect(isKeyEnd(`k2:${k2.slice(-6)}`, noted)).toBe(true);
  expect(isKeyEnd(` ${k2.slice(-6)} `, noted, 'k2')).toBe(true);
  expect(isKeyEnd(`k2:${k2}`, noted, 'k2')).toBe(true);
  expect(isKeyEnd(`k1:${k2.slice(-6)}`, noted)).toBe(false);
  expect(isKeyEnd(`k1:${k1.slice(-6)}`, noted, 'k2')).toBe(false);
  for (const wrong of ['', 'k2:', k2.slice(-6), k2.slice(-5), 'toString:abcdef', 'k3:abcdef'])
    expect(isKeyEnd(wrong, noted)).toBe(false);
  expect(JSON.stringify(noted)).not.toContain(k2.slice(-6));
});

test('a ring that is not the one in use is told from it', async () => {
  const judge = async (ring: string) => whyNotInUse(await pairsIn(ring), noted);
  expect(await judge(`k2:${k2}, k1:${k1}`)).toBeUndefined();
  expect(await judge(`k2:${k2}`)).toBe('k1 is not on it');
  expect(await judge(`k1:${k1},k2:${k2}`)).toContain('must not stand first');
  expect(await judge(`k2:${randomKey()},k1:${k1}`)).toBe('k2 ends otherwise');
  expect(await judge(`k3:${randomKey()},k2:${k2},k1:${k1}`)).toBe('nothing is noted of k3');
  await expect(pairsIn(`k2 ${k2}`)).rejects.toThrow('not a key ring');
  await expect(pairsIn(`k2 ${k2}`)).rejects.not.toThrow(k2);
});

test('the key that seals is never dropped, and an id is never given twice', async () => {
  const pairs = await pairsIn(`k2:${k2},k1:${k1}`);
  expect(() => without(pairs, 'k2')).toThrow('add another first');
  expect(() => without(pairs, 'k7')).toThrow('no key k7');
  expect(ringOf(without(pairs, 'k1'))).toBe(`k2:${k2}`);
  expect(nextId(['k2', 'k11', 'k1'])).toBe('k12');
});

test('what is sealed with a key is counted: answers, notes, and what waits and may be', () => {
  const { ask, exec } = memoryDatabase([{ id: 'a' }, { id: 'b', key_id: 'k2' }]);
  const drop = (id: string) => mayBeDropped(id, ask<Sealed>(sealedWith(id))[0]);
  expect(() => drop('k1')).toThrow('1 answers or notes');
  exec(
    "insert into changes (enquiry_id, version, at, by, kind, detail, key_id) values ('b', 1, 1, 'me', 'note', '', 'k1')",
    "update enquiries set key_id = 'k2'",
  );
  expect(() => drop('k1')).toThrow('1 answers or notes');
  exec("update changes set key_id = 'k2'");
  drop('k1');
  exec("insert into set_aside values ('m', '{}', 1)");
  expect(() => drop('k1')).toThrow('1 messages are set aside');
  exec('delete from set_aside', "insert into dead_letters values ('m', null, 1, 1)");
  expect(() => drop('k1')).toThrow('1 enquiries still wait');
});

test('a key stays while anything is sealed with it, or may be', () => {
  const nothing = { rows: 0, setAside: 0, dead: 0 };
  expect(() => mayBeDropped('k1', { ...nothing, rows: 3 })).toThrow('3 answers or notes');
  expect(() => mayBeDropped('k1', { ...nothing, setAside: 1 })).toThrow('set aside');
  expect(() => mayBeDropped('k1', { ...nothing, dead: 1 })).toThrow('still wait on the queue');
  expect(() => mayBeDropped('k1', undefined)).toThrow('did not say');
  mayBeDropped('k1', nothing);
  const inTwoWeeks = (more: number) => new Date(new Date(retiredAt).getTime() + 14 * 86_400_000 + more);
  expect(() => mustBeRetiredLong('k1', retiredAt, inTwoWeeks(-1))).toThrow('Until 2026-11-15 12:00 UTC');
  mustBeRetiredLong('k1', retiredAt, inTwoWeeks(0));
});
