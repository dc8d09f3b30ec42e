import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { href, paths } from '../../pages/paths.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { page, submit } from '../support/desk.ts';
import { publishPractice } from '../support/practice.ts';
import { atDesk } from '../support/practitioner.ts';
import { visit } from '../support/visitor.ts';

const group = (name: string) => href(paths.factGroup, { group: name });

/** A group's form as a browser would send it: every field with what stands in it. */
async function filledIn(path: string): Promise<Record<string, string>> {
  return fieldsOf(await page(path));
}

function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(input)?.[1];
    const value = / value="([^"]*)"/.exec(input)?.[1] ?? '';
    if (name && (!input.includes('type="radio"') || / checked/.test(input))) fields[name] = value;
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  for (const [, name = '', text = ''] of html.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  ))
    fields[name] = text.trim();
  return fields;
}

async function save(name: string, changes: Record<string, string>) {
  return submit(group(name), { ...(await filledIn(group(name))), ...changes });
}

/** Presses the button of a form on a page. */
async function press(from: string, action: string, which = 0) {
  const html = await page(from);
  const forms = [...html.matchAll(new RegExp(`<form [^>]*action="${action}[^"]*"[^>]*>.*?</form>`, 'gs'))];
  const form = forms[which]?.[0] ?? '';
  const [, name, value] = /<button [^>]*name="([^"]*)" value="([^"]*)"/.exec(form) ?? [];
  return submit(action, { ...fieldsOf(form), ...(name ? { [name]: value ?? '' } : {}) });
}

const publish = () => press(paths.practice, paths.publish);

test('a price is drafted, previewed and published, and visitors see it only then', async () => {
  const saved = await save('prices', {
    'price-3-what': 'Follow-up',
    'price-3-minutes': '1 hour',
    'price-3-pounds': '£52.5',
  });
  expect(saved.status).toBe(303);
  const line = 'Follow-up, 60 minutes: £52.50';
  expect(await (await visit('/')).text()).not.toContain(line);
  expect(await page(href(paths.preview, { page: 'landing' }))).toContain(line);
  expect(await page(paths.practice)).toContain(line);
  expect((await publish()).status).toBe(303);
  expect(await (await visit('/')).text()).toContain(line);
  expect(await page(paths.practice)).toContain('the same as what is published');
});

test('a price that is none is refused beside its field, and every word stays', async () => {
  const answer = await save('prices', { 'price-1-what': 'First visit', 'price-1-pounds': '£60 or £80' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('<title>Error: Prices');
  expect(html).toContain('id="price-1-pounds-mistake"');
  expect(html).toContain('href="#price-1-pounds"');
  expect(html).toContain('value="£60 or £80"');
  expect(html).toContain('value="First visit"');
  expect(await page(paths.practice)).not.toContain('First visit');
});

test('one mistake does not hold up the facts that are right, and what was wrong stays as it was', async () => {
  const answer = await save('you', {
    insurer: 'Balens',
    practitioner: 'Jo Smith',
    qualifications: '',
    name: 'TBC',
    'register-number': 'will follow',
  });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('The others are saved');
  expect(html).toContain('value="TBC"');
  expect(html).toContain('value="will follow"');
  const overview = await page(paths.practice);
  expect(overview).toContain('Balens');
  expect(overview).toContain('Jo Smith');
  expect(overview).toContain('Example Therapy');
  expect(overview).toContain('number 000123');
  const mended = { ...fieldsOf(html), name: 'Jo Smith Acupuncture', 'register-number': '000124' };
  expect((await submit(group('you'), mended)).status).toBe(303);
  expect(await page(paths.practice)).toContain('Jo Smith Acupuncture');
});

test('an address with a slip is asked about once, and taken when it comes again', async () => {
  const answer = await save('reach', { email: 'jo@gmial.com', phone: '01392 265000' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('Did you mean jo@gmail.com?');
  expect((await submit(group('reach'), fieldsOf(html))).status).toBe(303);
  expect(await page(paths.practice)).toContain('jo@gmial.com');
  expect((await save('reach', { phone: '01392 265001' })).status).toBe(303);
});

test('a claim in a qualification is refused with the guard’s reason beside the field', async () => {
  const answer = await save('you', { qualifications: 'Diploma in curing sciatica' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toMatch(
    /id="qualifications-mistake".*?The advertising rules do not allow “curing” on this page/s,
  );
  expect(html).toContain('value="Diploma in curing sciatica"');
});

test('no field of any group has room for a claim, however it is spelt', async () => {
  for (const [name, field, typed] of [
    ['you', 'register-number', 'cures back pain 1'],
    ['you', 'register-number', 'CURES 1'],
    ['you', 'insurer', 'Curеs back pain'],
    ['you', 'insurer', 'ᴄᴜʀᴇꜱ back pain'],
    ['you', 'name', 'CuresBackPain'],
    ['you', 'name', 'C.U.R.E.S. back pain'],
    ['you', 'name', 'c u r e s back pain'],
    ['place', 'street', '1 Cures_Back_Pain Street'],
    ['reach', 'email', 'cures-back-pain@a-practice.co.uk'],
    ['reach', 'email', 'jo@pain.free.co.uk'],
    ['data', 'controller-name', 'Curing Back Pain Ltd'],
    ['data', 'controller-address', 'The pain-free house, Exeter EX1 1AA'],
  ] as const) {
    const answer = await save(name, { [field]: typed });
    expect(answer.status, typed).toBe(422);
    expect(await answer.text(), typed).toContain(`id="${field}-mistake"`);
  }
  const council = { 'council-kind': 'licence', 'council-name': 'Powys', 'council-number': 'Pain gone in 1' };
  expect((await save('you', council)).status).toBe(422);
});

test('why a word is not allowed is said in plain words', async () => {
  const html = await (
    await save('you', { name: 'Pain Relief Acupuncture', qualifications: 'Fertility diploma' })
  ).text();
  expect(html).toMatch(
    /id="name-mistake".*?“Pain Relief” in the name of a practice, because the name is an advert/s,
  );
  expect(html).toMatch(/id="qualifications-mistake".*?do not allow “Fertility” on this page\. Leave it out/s);
  expect(html).not.toMatch(/conditions\.ts|registered for the place|guard/);
});

test('real names, addresses and numbers are no claims', async () => {
  for (const [name, fields] of [
    [
      'you',
      {
        practitioner: 'Qi Zhang',
        'register-number': '2024-ACU-17',
        qualifications: 'Lic.Ac., MBAcC, Dip. T.C.M.',
      },
    ],
    ['you', { 'council-kind': 'licence', 'council-name': 'Powys', 'council-number': 'SP/0012' }],
    [
      'data',
      {
        'controller-name': 'J Smith t/a SLS Therapy Ltd',
        'controller-address': 'Flat 2/1, 12 St John’s Rd, London N1 2AB',
      },
    ],
    ['place', { street: 'Healing House, 1 Cure Road' }],
    [
      'data',
      {
        'controller-name': 'Pain Relief Acupuncture Ltd',
        'controller-address': 'Cure House, Exeter EX1 1AA',
      },
    ],
    ['reach', { phone: '01392 265000', email: 'j.smith-desk@the-back-clinic.co.uk' }],
  ] as const)
    expect((await save(name, fields)).status, JSON.stringify(fields)).toBe(303);
});

test('no practice carries the name of a body that its pages report on, and people are called what they are called', async () => {
  for (const [name, field, typed] of [
    ['you', 'name', 'NHS Acupuncture'],
    ['you', 'name', 'Nhs-approved needling'],
    ['you', 'name', 'The Cochrane Clinic'],
    ['you', 'name', 'BMJ Acupuncture'],
    ['you', 'name', 'NICE Acupuncture'],
    ['you', 'name', 'The British Acupuncture Council'],
    ['you', 'practitioner', 'Sam Smith, N.H.S.'],
    ['you', 'qualifications', 'As in the British Medical Journal'],
    ['you', 'register-other', 'NHS Register of Acupuncturists'],
    ['you', 'insurer', 'National Health Service'],
    ['place', 'street', 'NHS House, High Street'],
    ['prices', 'price-1-what', 'NICE session'],
  ] as const) {
    const answer = await save(name, { [field]: typed });
    const html = await answer.text();
    expect([typed, answer.status]).toEqual([typed, 422]);
    expect(html).toContain(`id="${field}-mistake"`);
    expect(html).toContain('stood behind your practice');
  }
  for (const [name, field, typed] of [
    ['you', 'name', 'Royal Parade Acupuncture, a nice place'],
    ['you', 'practitioner', 'Sam Cochrane'],
    ['you', 'qualifications', 'Member of the British Acupuncture Council'],
    ['place', 'street', '1 Cochrane Street'],
    ['data', 'controller-name', 'NHS Example Trust'],
  ] as const)
    expect([typed, (await save(name, { [field]: typed })).status]).toEqual([typed, 303]);
});

test('what a price is for makes no claim either', async () => {
  const answer = await save('prices', { 'price-1-what': 'Migraine treatment' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('id="price-1-what-mistake"');
});

test('stand-ins are refused in every group', async () => {
  for (const [name, field, typed] of [
    ['you', 'insurer', 'TBC'],
    ['you', 'register-number', 'n/a'],
    ['place', 'street', 'x'],
    ['reach', 'phone', '07700 900123'],
    ['reach', 'email', 'hello@example.com'],
    ['data', 'controller-name', '[to add: name]'],
  ] as const) {
    const answer = await save(name, { [field]: typed });
    expect(answer.status, typed).toBe(422);
    expect(await answer.text()).toContain(`id="${field}-mistake"`);
  }
});

test('a tab that was open while another saved overwrites nothing, and keeps what was typed', async () => {
  const before = await filledIn(group('you'));
  const first = await submit(group('you'), { ...before, insurer: 'Balens' });
  const second = await submit(group('you'), { ...before, insurer: 'Other Insurers' });
  expect([first.status, second.status]).toEqual([303, 409]);
  const html = await second.text();
  expect(html).toContain('insurer: Balens');
  expect(html).toContain('value="Other Insurers"');
  expect(await page(paths.practice)).toContain('Balens');
  const again = await submit(group('you'), fieldsOf(html));
  expect(again.status).toBe(303);
  expect(await page(paths.practice)).toContain('Other Insurers');
});

test('two tabs that change different fields of a group undo nothing of each other, whatever is pressed', async () => {
  const before = await filledIn(group('you'));
  const prices = await filledIn(group('prices'));
  await submit(group('you'), { ...before, insurer: 'Balens' });
  const second = await submit(group('you'), { ...before, qualifications: 'BSc', name: '' });
  expect(second.status).toBe(409);
  const again = fieldsOf(await second.text());
  expect(again).toMatchObject({ insurer: 'Balens', qualifications: 'BSc', name: '' });
  expect((await submit(group('you'), again)).status).toBe(303);
  expect(await filledIn(group('you'))).toMatchObject({ insurer: 'Balens', qualifications: 'BSc', name: '' });

  // A list's rows are not mixed: the tab that changed one shows its whole list.
  const { 'price-1-what': _, 'price-1-minutes': __, 'price-1-pounds': ___, ...without } = prices;
  expect((await submit(group('prices'), without)).status).toBe(303);
  const list = fieldsOf(await (await submit(group('prices'), { ...prices, 'price-2-pounds': '50' })).text());
  expect(list).toMatchObject({ 'price-1-what': 'First consultation', 'price-2-pounds': '50' });
});

test('two tabs may change different groups', async () => {
  const [you, reach] = [await filledIn(group('you')), await filledIn(group('reach'))];
  const real = { phone: '01392 265000', email: 'jo@a-practice.co.uk' };
  expect((await submit(group('you'), { ...you, insurer: 'Balens' })).status).toBe(303);
  expect((await submit(group('reach'), { ...reach, ...real })).status).toBe(303);
});

test('a stale tab publishes nothing, and shows what the other published', async () => {
  await save('you', { insurer: 'Balens' });
  const stale = fieldsOf(await page(paths.practice));
  expect((await publish()).status).toBe(303);
  await save('you', { insurer: 'Third Insurers' });
  const answer = await submit(paths.publish, stale);
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(html).toContain('Nothing was overwritten');
  expect(html).toMatch(/Published meanwhile.*Example Insurance.*Balens/s);
  expect(html).toContain('Third Insurers');
  const { results } = await env.DB.prepare(
    "select version from practice_versions where kind = 'facts'",
  ).all();
  expect(results).toHaveLength(2);
});

test('a page that showed another draft publishes nothing, and gives nothing up', async () => {
  await save('you', { insurer: 'Balens' });
  const old = fieldsOf(await page(paths.practice));
  await press(paths.practice, paths.dropDraft);
  await save('you', { insurer: 'Unseen Insurers' });
  for (const path of [paths.publish, paths.dropDraft]) expect((await submit(path, old)).status).toBe(409);
  expect(await page(paths.practice)).toContain('Unseen Insurers');
  expect(await (await visit('/')).text()).not.toContain('Unseen Insurers');
});

test('where there is nothing to publish no version is made', async () => {
  await save('you', { insurer: 'Balens' });
  await save('you', { insurer: fixtureFacts.insurer ?? '' });
  expect(fieldsOf(await page(paths.practice))).not.toHaveProperty('draft');
  const version = '1';
  expect((await submit(paths.publish, { draft: '', version })).status).toBe(409);
  expect((await submit(paths.practiceHistory, { version, newest: version })).status).toBe(422);
  const { results } = await env.DB.prepare(
    "select version from practice_versions where kind = 'facts'",
  ).all();
  expect(results).toHaveLength(1);
});

test('the history says who changed what, and goes back by publishing once more', async () => {
  await save('place', { town: 'Exeter' });
  await publish();
  expect(await (await visit('/')).text()).toContain('1 Example Street, Exeter, EX1 1EX');
  const html = await page(paths.practiceHistory);
  expect(html).toMatch(/By practitioner@example\.com.*Exampletown.*Exeter/s);
  expect((await press(paths.practiceHistory, paths.practiceHistory)).status).toBe(303);
  expect(await (await visit('/')).text()).toContain('1 Example Street, Exampletown, EX1 1EX');
  expect(await page(paths.practiceHistory)).toContain('Back to what was published on');
});

test('a draft neither undoes what was published since it was begun, nor is it lost', async () => {
  await save('place', { town: 'Exeter' });
  await save('promises', { 'promise-massage': 'off' });
  await publish();
  await save('you', { insurer: 'Balens' });
  const mine = Object.keys(await filledIn(group('promises'))).filter((name) => name.startsWith('promise-'));
  const other = mine.find((name) => name !== 'promise-massage') ?? '';
  await save('promises', { [other]: 'off' });
  expect(await page(paths.practiceHistory)).toContain('You have a draft');
  expect((await press(paths.practiceHistory, paths.practiceHistory)).status).toBe(303);

  const html = await page(paths.practice);
  expect(html).toContain('now <q>Balens</q>');
  expect(html).not.toContain('Exeter');
  expect(html).not.toContain('I can add massage');
  // Saved once more it is a draft of the newest, and of nothing else.
  await save('reach', { phone: '01392 265000', email: 'jo@a-practice.co.uk' });
  expect((await publish()).status).toBe(303);
  const landing = await (await visit('/')).text();
  expect(landing).toContain('1 Example Street, Exampletown, EX1 1EX');
  expect(landing).toContain('Balens');
  expect(landing).toContain('I can add massage');
});

test('of two states that were published within one minute each has a button with a name of its own', async () => {
  for (const town of ['Exeter', 'Truro', 'Bude']) {
    await save('place', { town });
    await publish();
  }
  const html = await page(paths.practiceHistory);
  const names = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, words]) => words);
  expect(names).toHaveLength(3);
  expect(new Set(names).size).toBe(3);
  for (const [, number = ''] of html.matchAll(/name="version" value="(\d+)"/g))
    expect(html).toMatch(new RegExp(`<h2>[^/]*\\(number ${number}\\)`));
});

test('going back from a stale history is refused', async () => {
  await save('place', { town: 'Exeter' });
  await publish();
  const html = await page(paths.practiceHistory);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  const stale = { ...fieldsOf(html), version };
  await save('place', { town: 'Truro' });
  await publish();
  expect((await submit(paths.practiceHistory, stale)).status).toBe(409);
  expect(await (await visit('/')).text()).toContain('Truro');
});

test('an open site loses no required fact; a shut one may be published with some missing', async () => {
  await save('you', { insurer: '' });
  const refused = await publish();
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('visitors need to read: insurer');
  await publishPractice(fixtureFacts, { open: false });
  const html = await page(paths.practice);
  expect(html).toContain('cannot open');
  const fields = fieldsOf(html);
  expect((await submit(paths.publish, fields)).status).toBe(303);
});

test('a draft is thrown away only after its page has said what is lost, and what is published stays', async () => {
  await save('you', { insurer: 'Balens' });
  expect(await page(paths.practice)).not.toMatch(/<form[^>]*draft\/drop/);
  expect(await page(paths.dropDraft)).toMatch(/gone for good.*Example Insurance.*Balens/s);
  const stale = fieldsOf(await page(paths.dropDraft));
  await save('you', { insurer: 'Third Insurers' });
  expect((await submit(paths.dropDraft, stale)).status).toBe(409);
  expect(await page(paths.practice)).toContain('Third Insurers');
  expect((await press(paths.dropDraft, paths.dropDraft)).status).toBe(303);
  const html = await page(paths.practice);
  expect(html).not.toContain('Third Insurers');
  expect(html).not.toContain(paths.dropDraft);
  expect(await page(paths.dropDraft)).toContain('<h1>Your practice</h1>');
});

test('a promise that is switched off leaves the page', async () => {
  expect(await (await visit('/')).text()).toContain('I can add massage');
  await save('promises', { 'promise-massage': 'off' });
  await publish();
  expect(await (await visit('/')).text()).not.toContain('I can add massage');
  expect(await page(paths.practiceHistory)).toContain('I can add massage');
});

test('every page of the preview stays inside it, and sends nothing', async () => {
  const list = await page(paths.practice);
  const links = [...list.matchAll(/href="(\/desk\/practice\/preview\/[\w-]+)"/g)].map(
    ([, link = '']) => link,
  );
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) {
    const answer = await atDesk(link);
    expect(answer.status, link).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex');
    const html = await answer.text();
    expect(html).toContain('Preview: nobody else sees this');
    expect(html).toContain('<title>Preview: ');
    const inside = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, to = '']) => to);
    expect(inside.filter((to) => !to.startsWith(paths.practice))).toEqual([]);
    expect(html).not.toMatch(/<form[^>]*action/);
    expect(html).not.toMatch(/<button(?![^>]*disabled)/);
  }
});

test('a preview marks what is missing', async () => {
  await save('you', { insurer: '' });
  expect(await page(href(paths.preview, { page: 'landing' }))).toContain('[to add: insurer]');
});

test('a practice that nobody has described has a form for every fact, with nothing chosen', async () => {
  await env.DB.exec('delete from practice_versions');
  for (const name of ['you', 'place', 'prices', 'reach', 'data', 'promises']) {
    const html = await page(group(name));
    expect(html).not.toContain(' checked');
    expect((await submit(group(name), fieldsOf(html))).status).toBe(303);
  }
  expect(await page(paths.practice)).toContain('Nothing is published yet');
  expect((await atDesk(group('nowhere'))).status).toBe(404);
});
