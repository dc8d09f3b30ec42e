import { env } from 'cloudflare:workers';
import naughty from 'big-list-of-naughty-strings/blns.json?raw';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factGroupNames, partsOf, readFacts } from '../../pages/content/fact-forms/fact-groups.ts';
import { factsSchema } from '../../pages/content/facts.ts';
import { nameLine } from '../../pages/typed-text.ts';
import { readKeyRing, seal, unseal } from '../../worker/sealing/seal.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { browserHeaders, goodForm, send, site, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

const strings: string[] = JSON.parse(naughty);
// A few of them here, another few at each run unless SEED is set, and all of them in `npm run chaos`.
const few = 60;
const tried = env.SCHEDULES === '200' ? sample(Number(env.SEED)) : strings;

function sample(seed: number): string[] {
  console.log(`${few} of ${strings.length} naughty strings, SEED=${seed}`);
  const someOfThem = fc.shuffledSubarray(strings, { minLength: few, maxLength: few });
  return fc.sample(someOfThem, { seed, numRuns: 1 }).flat();
}

/** What the form makes of an answer: what D1 cannot hold and what nobody types is gone. */
function normalised(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the form drops.
      .replace(/[\0-\x09\x0b-\x1f\x7f]/g, '')
  );
}

test('the Big List of Naughty Strings as a name and a message: never a failure; shown and exported as it was normalised', async () => {
  expect(strings.length).toBeGreaterThan(400);
  const expected: string[] = [];
  const messages: string[] = [];
  for (const text of tried) {
    const { status } = await send({ ...goodForm, name: text, message: text, formKey: crypto.randomUUID() });
    const name = nameLine(normalised(text));
    const fits = name !== '' && [...name].length <= 100;
    expect([text, status]).toEqual([text, fits ? 303 : 422]);
    if (!fits) continue;
    expected.push(name);
    messages.push(normalised(text).trim());
  }
  expect([...(await shownAt('/desk')), ...(await shownAt('/desk/review'))].sort()).toEqual(
    expected.toSorted(),
  );
  const rows = [...(await exported('inbox')), ...(await exported('review'))];
  const names = rows.map(({ name = '' }) => name);
  const as = (all: string[]) => (text: string) => (all.includes(text) ? text : text.replace(/^'/, ''));
  expect(names.map(as(expected)).sort()).toEqual(expected.sort());
  const exportedMessages = rows.map(({ message = '' }) => message);
  expect(exportedMessages.map(as(messages)).sort()).toEqual(messages.sort());
}, 120_000);

/** The names on a list of the desk, page by page, as a person reads them. */
async function shownAt(list: string): Promise<string[]> {
  const names: string[] = [];
  for (let path: string | undefined = list; path; ) {
    const html: string = await page(path);
    for (const [, name = ''] of html.matchAll(/<h2><a [^>]*><bdi>(.*?)<\/bdi><\/a><\/h2>/gs))
      names.push(name.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity));
    path = /href="([^"]*\?before=[\d-]+)"/.exec(html)?.[1];
  }
  return names;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The leads file's rows of a folder; Review is moved into the inbox first. */
async function exported(folder: string): Promise<Record<string, string>[]> {
  if (folder === 'review') {
    await env.DB.prepare("update enquiries set folder = iif(folder = 'review', 'inbox', 'canary')").run();
  }
  const file = await downloadLeads();
  return parse(Buffer.from(await file.arrayBuffer()), { bom: true, columns: true });
}

test('the Big List as facts: each is refused, or is one that can be stored', () => {
  for (const text of strings)
    for (const group of factGroupNames) {
      const fields = partsOf(group, { 'price-8-what': 'x' }).flatMap((part) => part.fields);
      const alike = Object.fromEntries(fields.map(({ name }) => [name, text]));
      const chosen = { ...alike, 'register-body': 'other', 'council-kind': 'licence' };
      for (const typed of [alike, chosen]) {
        const { facts } = readFacts(group, typed);
        expect([text, factsSchema.safeParse(facts).success]).toEqual([text, true]);
      }
    }
});

test('the Big List through every field of every other form and every address: never a failure', async () => {
  const { path } = await arrived();
  const own = await linkOf(await send({ ...goodForm, name: 'Own' }));
  for (const text of tried) {
    const encoded = encodeURIComponent(text.toWellFormed());
    const answers = await Promise.all([
      send({
        ...goodForm,
        message: text,
        email: text,
        phone: text,
        topic: text,
        formKey: text,
        goodTime: text,
      }),
      send({ ...goodForm, consent: text, replyBy: text, voicemail: text, c: text, utm_source: text }),
      visit(`/?c=${encoded}&utm_source=${encoded}`),
      visit(`/sent/${encoded}/${encoded}`),
      visit(`/yours/${encoded}/${encoded}`),
      atLink(own, { contact: text, action: text }),
      atDesk(`/desk?q=${encoded}&stage=${encoded}&campaign=${encoded}&from=${encoded}&before=${encoded}`),
      atDesk(`/desk/enquiries/${encoded}`),
      submit(`${path}/notes`, { version: '0', note: text }),
      submit(`${path}/stage`, { version: text, move: text }),
      submit(`${path}/keep`, { version: '0', reason: text }),
      submit('/desk/practice/facts/you', {
        seen: text,
        name: text,
        practitioner: text,
        'council-name': text,
      }),
      submit('/desk/practice/facts/place', { monday: text, postcode: text }),
      submit('/desk/practice/facts/prices', { 'price-1-what': text, 'price-1-minutes': text }),
      submit('/desk/practice/publish', { draft: text, version: text }),
      submit('/desk/practice/history', { version: text, newest: text }),
      submit('/desk/promise', { workingDays: text, awayUntil: text, basis: text }),
      submit('/desk/settings', { days: text, from: text, closedDays: text, mailTo: text, basis: text }),
      submit('/desk/settings/history', { version: text, basis: text }),
      submit('/desk/exports', { kind: text, filter: text }),
      submit('/desk/enquiries', { ...goodForm, name: text, takenBy: text }),
    ]);
    expect([text, answers.map(({ status }) => status).filter((status) => status >= 500)]).toEqual([text, []]);
    await Promise.all(answers.map((answer) => answer.body?.cancel()));
  }
  expect(await page(path)).toContain('Ada Example');
}, 180_000);

test.each([
  ['a field twice', 'name=Ada&name=Eve', 422],
  ['a list', 'name%5B%5D=Ada', 422],
  ['a key of every object', '__proto__=x&constructor=y&toString=z', 422],
  ['nothing', '', 422],
  ['half a percent sign', 'name=%', 422],
  ['NUL', 'name=%00', 422],
])('%s in a form is a clear answer', async (_what, body, status) => {
  const headers = { ...browserHeaders, 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await visit('/enquiry', { method: 'POST', body, headers })).status).toBe(status);
});

test('a file where text is expected, and any broken multipart, is a clear answer', async () => {
  const file = new FormData();
  file.set('name', new File(['x'], 'x.txt'));
  expect((await visit('/enquiry', { method: 'POST', body: file, headers: browserHeaders })).status).toBe(400);
  const types = fc.constantFrom(
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  );
  const pieces = fc.constantFrom(
    '--x\r\n',
    '--x--',
    'Content-Disposition: form-data; name="name"\r\n\r\n',
    '\r\n',
    'name=',
    '&',
    '[',
    ']',
    '%',
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => new TextEncoder().encode(all.join(''))),
    fc.nat({ max: 4000 }).map((depth) => new TextEncoder().encode(`name${'[a]'.repeat(depth)}=x`)),
  );
  const property = async (type: string, bytes: Uint8Array) => {
    const init = { method: 'POST', body: bytes, headers: { ...browserHeaders, 'Content-Type': type } };
    const { status } = await visit('/enquiry', init);
    expect([400, 413, 422]).toContain(status);
  };
  await fc.assert(fc.asyncProperty(types, body, property), { numRuns: 300 });
}, 60_000);

test('no address leads anywhere else, and no header can be broken into', async () => {
  for (const path of [
    '//evil.example',
    '/%2f%2fevil.example',
    '/\\evil.example',
    '/enquiry?c=x%0d%0aX-Evil:1',
    '/../desk',
    '/desk/..%2f',
    '//evil.example/',
    '/\\evil.example//',
    '/%2f%2fevil.example/',
    '/evidence/?to=//evil.example/',
  ]) {
    const { status, headers } = await visit(path).catch(() => ({ status: 404, headers: new Headers() }));
    expect(status).toBeLessThan(500);
    const location = new URL(headers.get('Location') ?? '/', site);
    expect([path, location.origin]).toEqual([path, site]);
    expect(headers.get('X-Evil')).toBeNull();
  }
});

test('sealing opens to what was sealed, whatever it is, and to nothing once a bit is changed', async () => {
  const ring = await readKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64url')}`);
  const property = async (words: string, id: string, at: number) => {
    const box = await seal(words, id, ring);
    expect(await unseal<string>({ id, ...box }, ring)).toBe(words);
    const bytes = Buffer.from(box.sealed, 'base64url');
    const place = at % bytes.length;
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (at & 7));
    expect(await unseal({ id, ...box, sealed: bytes.toString('base64url') }, ring)).toBeUndefined();
  };
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), fc.nat(), property));
});

test('sealing is AES-256-GCM: a published test case opens', async () => {
  // McGrew and Viega, The Galois/Counter Mode of Operation, test case 16 needs other additional data than ours, so the
  // cipher itself is tried on it, and then that `seal` adds nothing but the nonce in front.
  const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
  const key = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308';
  const cipher =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662';
  const tag = '76fc6ece0f4e1768cddf8853bb2d551b';
  const imported = await crypto.subtle.importKey('raw', hex(key), 'AES-GCM', false, ['decrypt']);
  const parameters = {
    name: 'AES-GCM',
    iv: hex('cafebabefacedbaddecaf888'),
    additionalData: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  };
  const plain = await crypto.subtle.decrypt(parameters, imported, hex(cipher + tag));
  expect(Buffer.from(plain).toString('hex')).toBe(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  );
  const ring = await readKeyRing(`k1:${Buffer.from(key, 'hex').toString('base64url')}`);
  const { sealed } = await seal('words', 'id', ring);
  const box = new Uint8Array(Buffer.from(sealed, 'base64url'));
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: box.subarray(0, 12), additionalData: new TextEncoder().encode('id:k1') },
    imported,
    box.subarray(12),
  );
  expect(new TextDecoder().decode(opened)).toBe('"words"');
});
