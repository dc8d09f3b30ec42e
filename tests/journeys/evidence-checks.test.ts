import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { claims } from '../../pages/content/claims.ts';
import { findings, type SourceKey, sources } from '../../pages/content/sources.ts';
import { fingerprintOf, sourcesByImportance, statementsOf } from '../../pages/content/statements.ts';
import { page, submit } from '../support/desk.ts';
import { seeNow } from '../support/practice.ts';
import { visit } from '../support/visitor.ts';

const sourceKeys = Object.keys(sources) as SourceKey[];

/** The fields of a source's page with one answer for every statement. */
async function answers(source: SourceKey, answer = 'says so', note = '') {
  const names = await Promise.all(statementsOf(source).map(fingerprintOf));
  return Object.fromEntries([
    ['name', 'Robin Example'],
    ...names.flatMap((name) => [
      [`answer-${name}`, answer],
      [`note-${name}`, note],
    ]),
  ]);
}

const save = (source: SourceKey, fields: Record<string, string>) =>
  submit(`/desk/evidence/${source}`, fields);
const stored = () => env.DB.prepare('select count(*) as n from source_checks').first('n');

test('every sentence, list item and number that cites a source stands on the page of that source', () => {
  const words = sourceKeys.flatMap((source) => statementsOf(source).map((one) => `${source} ${one.words}`));
  for (const { text, sources: cited, ...claim } of Object.values(claims))
    for (const source of cited) {
      expect(words).toContain(`${source} ${text}`);
      for (const item of 'items' in claim ? claim.items : [])
        expect(words).toContain(`${source} ${text} … ${item}`);
    }
  for (const { source, ...finding } of Object.values(findings)) {
    const numbers = 'estimate' in finding ? [finding.estimate, finding.low, finding.high] : [];
    const mine = words.filter((one) => one.startsWith(`${source} `)).join('\n');
    for (const number of numbers) expect(mine).toContain(String(number).replace('-', '−'));
  }
  expect(new Set(words).size).toBe(words.length);
});

test('every source is listed once, what to do in an emergency first, then advice', () => {
  const listed = sourcesByImportance();
  expect([...listed].sort()).toEqual([...sourceKeys].sort());
  expect(listed.slice(0, 2)).toEqual(['nhsBackPain', 'niceNg59']);
});

test('other words, another number or another address of the source need another comparison', async () => {
  const [statement] = statementsOf('thomas2006');
  if (!statement) throw new Error('no statement');
  const name = await fingerprintOf(statement);
  expect(await fingerprintOf({ ...statement, words: `${statement.words} ` })).not.toBe(name);
  expect(await fingerprintOf({ ...statement, source: 'prady2007' })).not.toBe(name);
  expect(await fingerprintOf({ ...statement, kind: 'numbers' })).not.toBe(name);
});

test('visitors read who compared what and when only once all that cites a source was compared', async () => {
  const compared = async () => (await (await visit('/')).text()).match(/Compared with the source by [^.]*/g);
  const data = async () => (await visit('/')).text().then((html) => html.includes('lastReviewed'));
  expect([await compared(), await data()]).toEqual([null, false]);

  const all = await answers('niceNg59');
  const [first = '', ...rest] = Object.keys(all).filter((name) => name.startsWith('answer-'));
  const but = { ...all };
  delete but[first];
  expect((await save('niceNg59', but)).status).toBe(303);
  expect(await compared()).toBeNull();
  expect((await save('niceNg59', { name: 'Another Person', [first]: 'says so' })).status).toBe(303);
  expect(await compared()).toEqual([
    expect.stringMatching(
      /by (Another Person and Robin Example|Robin Example and Another Person) on \d+ \w+ 20\d\d$/,
    ),
  ]);
  expect(rest.length).toBeGreaterThan(0);

  for (const source of sourceKeys) await save(source, await answers(source));
  expect(await data()).toBe(true);
  expect(await (await visit('/')).text()).toContain(`NHS website, read in ${new Date().getFullYear()}`);
  // A year later all of it has to be compared again.
  await env.DB.exec('update source_checks set at = at - 366 * 86400000');
  await seeNow();
  expect([await compared(), await data()]).toEqual([null, false]);
});

test('what the source does not say needs a note, becomes something to do, and shuts nothing', async () => {
  const without = await save('nhsBackPain', await answers('nhsBackPain', 'does not say so'));
  expect(without.status).toBe(422);
  const refused = await without.text();
  expect(refused).toContain('value="does not say so" checked=""');
  // Beside each note, and as a link to it.
  const [first = ''] = Object.keys(await answers('nhsBackPain')).filter((name) => name.startsWith('note-'));
  expect(refused).toContain(`<a href="#${first}">Write what the source says instead</a>`);
  expect(refused).toContain(`aria-describedby="${first}-mistake"`);
  expect(await stored()).toBe(0);
  const note = 'It says 6 weeks';
  expect((await save('nhsBackPain', await answers('nhsBackPain', 'does not say so', note))).status).toBe(303);
  const html = await page('/desk/evidence/nhsBackPain');
  expect(html).toContain(`<q>${note}</q>`);
  expect(await page('/desk')).toContain('that the source does not say');
  expect(await page('/desk/opening')).toContain('/desk/evidence/nhsBackPain');
  expect((await visit('/')).status).toBe(200);
});

test('it is due again eleven months later, and says so at the desk', async () => {
  await save('who2023', await answers('who2023'));
  expect(await page('/desk')).not.toContain('due to be compared again');
  await env.DB.exec('update source_checks set at = at - 340 * 86400000');
  expect(await page('/desk')).toContain('due to be compared again');
});

test('nothing answered, or no name, is said in words, with what was chosen', async () => {
  expect((await save('who2023', { name: 'Robin Example' })).status).toBe(422);
  const nameless = await save('who2023', { ...(await answers('who2023')), name: ' ' });
  expect(nameless.status).toBe(422);
  const html = await nameless.text();
  expect(html).toContain('<a href="#name">Enter your name');
  expect(html.match(/checked=""/g)?.length).toBe(statementsOf('who2023').length);
  expect(await stored()).toBe(0);
  const long = await save('who2023', await answers('who2023', 'could not open', 'x'.repeat(501)));
  expect(long.status).toBe(422);
  expect(await long.text()).toContain('x'.repeat(501));
  expect(await stored()).toBe(0);
});

test('who compared is a name, and visitors read no claim in it', async () => {
  for (const name of [
    'Robin. 9 of 10 got better!',
    'x'.repeat(61),
    'I am here for you each day',
    'Robin who cures back pain',
    'Robin CuresBackPain',
    'Robin (pain, gone)',
    '’.-',
  ]) {
    const refused = await save('who2023', { ...(await answers('who2023')), name });
    expect(refused.status, name).toBe(422);
    expect(await refused.text(), name).toContain('id="name-mistake"');
  }
  expect(await stored()).toBe(0);
  for (const name of [
    'Anne-Marie O’Neill',
    "Łukasz J. d'Arc van der Berg",
    'Qi Zhang',
    '王小明',
    'Νίκος Νίκου',
  ])
    expect((await save('who2023', { ...(await answers('who2023')), name })).status, name).toBe(303);
});

test('a note without an answer is a mistake beside its statement, and every word stays', async () => {
  const all = Object.keys(await answers('who2023')).filter((name) => name.startsWith('note-'));
  const [lone = '', other = ''] = all;
  const about = lone.replace('note', 'answer');
  for (const more of [
    {},
    { [other.replace('note', 'answer')]: 'says so' },
    { [other.replace('note', 'answer')]: 'says so', name: '' },
  ]) {
    const refused = await save('who2023', { name: 'Robin Example', [lone]: 'Only of knees', ...more });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain(`<a href="#${about}">Choose an answer`);
    expect(html).toContain(`id="${about}-mistake"`);
    expect(html).toMatch(new RegExp(`<input id="${about}"[^>]*type="radio"`));
    expect(html).toContain('value="Only of knees"');
    expect(html.match(/checked=""/g)?.length ?? 0).toBe(other.replace('note', 'answer') in more ? 1 : 0);
  }
  expect(await stored()).toBe(0);
});

test('what was answered in another tab meanwhile is not overwritten, and the same sent twice is no conflict', async () => {
  const all = await answers('who2023');
  const [one = '', other = ''] = Object.keys(all).filter((name) => name.startsWith('answer-'));
  const name = 'Robin Example';
  expect((await save('who2023', { name, [one]: 'could not open' })).status).toBe(303);
  expect((await save('who2023', { name, [one]: 'could not open' })).status).toBe(303);

  const stale = await save('who2023', { name, [one]: 'says so', [other]: 'says so' });
  expect(stale.status).toBe(409);
  const html = await stale.text();
  expect(html).toContain('Somebody has answered some of it since');
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(await page('/desk/evidence')).toContain('1 could not be opened');

  // With what stands there now seen, the answer counts.
  const [, seen = ''] = new RegExp(`name="${one.replace('answer', 'seen')}" value="(\\d+)"`).exec(html) ?? [];
  const again = { name, [one]: 'says so', [one.replace('answer', 'seen')]: seen };
  expect((await save('who2023', again)).status).toBe(303);
  expect(await page('/desk/evidence')).not.toContain('could not be opened');
});

test('a source whose words have changed since somebody compared them comes first at the desk', async () => {
  await save('who2023', await answers('who2023'));
  await env.DB.exec("update source_checks set fingerprint = 'gone' where rowid = 1");
  const html = await page('/desk/evidence');
  expect(html).toContain('the pages have new words');
  expect(html.indexOf(sources.who2023.title)).toBeLessThan(html.indexOf(sources.nhsBackPain.title));
});

test('words that changed while the page was open are not ticked by it; the others are', async () => {
  const old = { 'answer-00000000000000000000000000000000': 'says so' };
  const answer = await save('who2023', { ...(await answers('who2023')), ...old });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('have changed since you opened this page');
  expect(await stored()).toBe(statementsOf('who2023').length);
  expect((await submit('/desk/evidence/nobody2099', {})).status).toBe(404);
});
