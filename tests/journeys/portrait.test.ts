import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/app.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { readDraft } from '../../worker/practice/draft.ts';
import { thinPortraits } from '../../worker/practice/portraits.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { page, submit } from '../support/desk.ts';
import { converted, png, webpWithMetadata, withMetadata } from '../support/pictures.ts';
import { publishPractice } from '../support/practice.ts';
import { atDesk } from '../support/practitioner.ts';
import { site, visit } from '../support/visitor.ts';

const form = '/desk/practice/portrait';
const alt = 'Sam Smith in the treatment room';

/** The form as a browser sends it, with what the page that is open says in its unseen field. */
async function sendPhoto(photo: Uint8Array | string | undefined, more: { alt?: string; seen?: string } = {}) {
  const body = new FormData();
  body.append('seen', more.seen ?? (await seenNow()));
  body.append('alt', more.alt ?? alt);
  body.append('photo', new File(photo === undefined ? [] : [photo], photo === undefined ? '' : 'me.jpg'));
  return atDesk(form, { method: 'POST', body });
}

async function seenNow() {
  return /name="seen" value="([^"]*)"/.exec(await page(form))?.[1] ?? '';
}

async function draftPortrait() {
  return (await readDraft(databaseOf(env.DB))).facts.portrait;
}

/** What a refusal says, without its marks. */
async function refusal(answer: Response, status = 422) {
  const html = await answer.text();
  expect([answer.status, html]).toEqual([status, expect.stringContaining('<title>Error: ')]);
  expect(html).toContain('aria-label="Desk"');
  return html;
}

test('a photo from a phone is made small, turned upright, and says nothing of where it was taken', async () => {
  const photo = withMetadata(await converted(png(1200, 900, { noise: 40 }), 'image/jpeg'));
  expect(photo.includes('Exif') && photo.includes('SecretX') && photo.includes('Secret Owner')).toBe(true);
  const answer = await sendPhoto(photo);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${form}?saved`]);
  expect(await page(`${form}?saved`)).toContain('Saved in your draft');
  expect(await page(form)).not.toContain('Saved in your draft');
  const portrait = await draftPortrait();
  // It was held on its side: what was 4 to 3 is 3 to 4.
  expect(portrait).toMatchObject({ alt, width: expect.any(Number) });
  expect((portrait?.width ?? 0) / (portrait?.height ?? 1)).toBeCloseTo(3 / 4, 1);
  await publishPractice({ ...fixtureFacts, portrait });
  const served = await visit(`/portrait/${portrait?.hash}.webp`);
  const bytes = Buffer.from(await served.arrayBuffer());
  for (const word of ['Exif', 'EXIF', 'XMP ', 'Secret', 'xmpmeta']) expect(bytes.includes(word)).toBe(false);
  expect(bytes.length).toBeLessThanOrEqual(20_000);
  expect(served.headers.get('Content-Type')).toBe('image/webp');
  expect(served.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect(portrait?.hash).toBe(hash);
});

test('JPEG, PNG and WebP are taken, and a small one is not made larger', async () => {
  const picture = png(300, 300);
  for (const photo of [
    picture,
    await converted(picture, 'image/jpeg'),
    await converted(picture, 'image/webp'),
  ]) {
    expect((await sendPhoto(photo)).status).toBe(303);
    expect(await draftPortrait()).toMatchObject({ width: 300, height: 300 });
  }
});

test('a file that only says it is a photo is refused in words, and so is one that was cut off', async () => {
  expect(await refusal(await sendPhoto('Just text, whatever its name says.'))).toContain(
    'no photo of the kind JPEG',
  );
  expect(await refusal(await sendPhoto('GIF89a'.padEnd(3000, 'x')))).toContain('no photo of the kind JPEG');
  expect(await refusal(await sendPhoto('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toContain('no photo');
  expect(await refusal(await sendPhoto('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toContain('HEIC');
  expect(await refusal(await sendPhoto(undefined))).toContain('Choose a photo');
  const picture = png(600, 600);
  const jpeg = await converted(picture, 'image/jpeg');
  const webp = await converted(picture, 'image/webp');
  for (const [whole, least] of [
    [jpeg, 3],
    [withMetadata(jpeg), 300],
    [picture, 60],
    [webp, 40],
  ] as const)
    for (const length of [least, Math.floor(whole.length / 2), whole.length - 20]) {
      const html = await refusal(await sendPhoto(whole.subarray(0, length)));
      expect(html).toContain('The file is broken');
      expect(html).not.toContain('Cloudflare');
    }
  const lies = Buffer.concat([picture.subarray(0, 100), new Uint8Array(4000), picture.subarray(-12)]);
  const html = await refusal(await sendPhoto(lies));
  expect(html).toContain('The file is broken, or it is no photo inside');
  expect(html).not.toContain('Cloudflare');
  expect(await draftPortrait()).toBeUndefined();
});

test('a small file that would unpack to a picture without end is refused before anybody unpacks it', async () => {
  const bomb = png(300, 300, { said: [50_000, 50_000] });
  expect(bomb.length).toBeLessThan(10_000);
  expect(await refusal(await sendPhoto(bomb))).toContain('too many pixels');
  expect(await refusal(await sendPhoto(png(300, 300, { said: [13_000, 300] })))).toContain('too many pixels');
  expect(await refusal(await sendPhoto(png(1000, 300)))).toContain('too wide');
  expect(await refusal(await sendPhoto(png(100, 100)))).toContain('too small');
});

test('nine megabytes are refused in words, and what was typed is still there', async () => {
  const html = await refusal(await sendPhoto(new Uint8Array(9_000_000)));
  expect(html).toContain('more than 8 megabytes');
  expect(html).toContain(`value="${alt}"`);
});

test('a photo that cannot be made small enough is refused in words', async () => {
  expect(await refusal(await sendPhoto(png(500, 900, { noise: 190 })))).toContain('too much detail');
});

test('words that make a claim, none, and too many are refused, and each is kept as it was typed', async () => {
  const photo = png(300, 300);
  const claim = 'Sam, who cures back pain';
  const html = await refusal(await sendPhoto(photo, { alt: claim }));
  expect(html).toContain('do not allow “cures” on this page');
  expect(html).toContain(`value="${claim}"`);
  expect(html).toContain('choose it again');
  expect(await refusal(await sendPhoto(photo, { alt: '' }))).toContain('Say in a few words');
  expect(await refusal(await sendPhoto(photo, { alt: 'x'.repeat(121) }))).toContain('x'.repeat(121));
  expect(await draftPortrait()).toBeUndefined();
});

test('the words change without another photo, and the photo can be taken out again', async () => {
  await sendPhoto(png(300, 300));
  const before = await draftPortrait();
  expect((await sendPhoto(undefined, { alt: 'Sam Smith' })).status).toBe(303);
  expect(await draftPortrait()).toEqual({ ...before, alt: 'Sam Smith' });
  expect((await submit(`${form}/remove`, { seen: await seenNow() })).status).toBe(303);
  expect(await draftPortrait()).toBeUndefined();
  expect((await atDesk(`/desk/practice/photos/${before?.hash}.webp`)).status).toBe(200);
});

test('of two tabs the second is told, and changes nothing', async () => {
  const seen = await seenNow();
  await sendPhoto(png(300, 300));
  const mine = await draftPortrait();
  const html = await refusal(await sendPhoto(png(320, 300), { seen, alt: 'From the other tab' }), 409);
  expect(html).toContain('changed in another tab');
  expect(html).toContain('From the other tab');
  await refusal(await submit(`${form}/remove`, { seen }), 409);
  expect(await draftPortrait()).toEqual(mine);
});

test('visitors see the photo once it is published, as one tag that waits until it is near', async () => {
  expect(await (await visit('/')).text()).not.toContain('<img');
  await sendPhoto(png(300, 400));
  const portrait = await draftPortrait();
  expect(await (await visit('/')).text()).not.toContain('<img');
  expect(await page('/desk/practice/portrait')).toContain('Visitors see it once you have published it.');
  await publishPractice({ ...fixtureFacts, portrait });
  expect(await page('/desk/practice/portrait')).toContain('This photo is published.');
  const [tag] = /<img[^>]*>/.exec(await (await visit('/')).text()) ?? [];
  expect(tag).toContain(`src="/portrait/${portrait?.hash}.webp"`);
  expect(tag).toContain(`alt="${alt}" width="300" height="400" loading="lazy" decoding="async"`);
});

test('a photo is public while it is published, and neither before nor after', async () => {
  await sendPhoto(png(300, 300));
  const portrait = await draftPortrait();
  const [asVisitor, asPractitioner] = [
    `/portrait/${portrait?.hash}.webp`,
    `/desk/practice/photos/${portrait?.hash}.webp`,
  ];
  const before = await visit(asVisitor);
  expect([before.status, before.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
  expect((await visit(asPractitioner)).status).toBe(403);
  const answer = await atDesk(asPractitioner);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/webp']);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  for (const path of [form, '/desk/practice/preview/landing']) {
    const html = await page(path);
    expect(html).toContain(`src="${asPractitioner}"`);
    expect(html).not.toContain(asVisitor);
  }
  await publishPractice({ ...fixtureFacts, portrait });
  expect((await visit(asVisitor)).status).toBe(200);
  await publishPractice();
  const after = await visit(asVisitor);
  expect([after.status, after.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
  expect((await atDesk(asPractitioner)).status).toBe(200);
  expect((await atDesk('/desk/practice/photos/none.webp')).status).toBe(404);
});

test('a photo that was published elsewhere a moment ago is there at once', async () => {
  await sendPhoto(png(300, 300));
  const portrait = await draftPortrait();
  await env.DB.prepare("insert into practice_versions (kind, content, at, by) values ('facts', ?, 1, 'me')")
    .bind(JSON.stringify({ ...fixtureFacts, portrait }))
    .run();
  expect((await visit(`/portrait/${portrait?.hash}.webp`)).status).toBe(200);
});

test('an address without a photo is not found, and a database that is away says so for a moment only', async () => {
  for (const path of [
    '/portrait/none.webp',
    `/portrait/${'0'.repeat(64)}.webp`,
    `/portrait/${'0'.repeat(64)}`,
  ])
    expect((await visit(path)).status).toBe(404);
  const away = new Proxy(env.DB, {
    get: () => () => {
      throw new Error('D1_ERROR: away');
    },
  });
  const path = `${site}/portrait/${'0'.repeat(64)}.webp`;
  const answer = await app.request(path, {}, { ...env, DB: away }, createExecutionContext());
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([503, 'no-store']);
});

/** The form, sent to a site with another binding. */
async function sendWith(IMAGES: unknown) {
  const body = new FormData();
  body.append('seen', await seenNow());
  body.append('alt', alt);
  body.append('photo', new File([png(300, 300)], 'me.png'));
  const access = { aud: 'test-audience', getIdentity: async () => ({ email: 'second@example.com' }) };
  const init = { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } };
  const context = Object.assign(createExecutionContext(), { access });
  return app.request(`${site}${form}`, init, { ...env, IMAGES }, context);
}

function giving(output: () => Promise<Response>) {
  const transformer = {
    transform: () => transformer,
    output: async () => {
      const answer = await output();
      return { response: () => answer };
    },
  };
  return { input: () => transformer };
}

test('without Cloudflare Images, or when they fail, the photo is refused in words', async () => {
  expect(await refusal(await sendWith(undefined))).toContain('the binding IMAGES is missing');
  const failing = giving(() => Promise.reject(new Error('9422')));
  const strange = giving(async () => new Response('<html>'));
  for (const images of [failing, strange])
    expect(await refusal(await sendWith(images))).toContain('could not be made ready');
  expect(await draftPortrait()).toBeUndefined();
});

test('EXIF and XMP that Cloudflare Images would leave in are taken out, and the picture stays one', async () => {
  const size = { width: 300, height: 300 };
  const webp = webpWithMetadata(await converted(png(300, 300), 'image/webp'), size);
  expect(await env.IMAGES.info(new Blob([webp]).stream())).toMatchObject(size);
  const answer = await sendWith(giving(async () => new Response(webp)));
  expect(answer.status).toBe(303);
  const portrait = await draftPortrait();
  const stored = await atDesk(`/desk/practice/photos/${portrait?.hash}.webp`);
  const bytes = Buffer.from(await stored.arrayBuffer());
  for (const word of ['EXIF', 'Exif', 'XMP ', 'odd!', 'Secret']) expect(bytes.includes(word)).toBe(false);
  expect(await env.IMAGES.info(new Blob([bytes]).stream())).toMatchObject({ format: 'image/webp', ...size });
});

test('a form that was cut off on its way is refused in words', async () => {
  const head = '--edge\r\nContent-Disposition: form-data; name="alt"\r\n\r\nSam Smith\r\n--edge\r\n';
  const body = `${head}Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nhalf of`;
  const headers = { 'Content-Type': 'multipart/form-data; boundary=edge' };
  const html = await refusal(await atDesk(form, { method: 'POST', body, headers }));
  expect(html).toContain('Only a part of the photo arrived');
  expect(html).toContain('value="Sam Smith"');
  const plain = await atDesk(form, { method: 'POST', body: new URLSearchParams({ alt }) });
  expect([plain.status, await plain.text()]).toEqual([400, expect.stringContaining('aria-label="Desk"')]);
});

test('photos that neither a draft nor a version has are deleted after a day, and no others', async () => {
  const hashes: string[] = [];
  for (const width of [300, 310, 320]) {
    await sendPhoto(png(width, 300));
    const portrait = await draftPortrait();
    hashes.push(portrait?.hash ?? '');
    if (width === 310) await publishPractice({ ...fixtureFacts, portrait });
  }
  const there = async () =>
    Promise.all(hashes.map(async (hash) => (await atDesk(`/desk/practice/photos/${hash}.webp`)).status));
  await thinPortraits(env, new Date());
  expect(await there()).toEqual([200, 200, 200]);
  await thinPortraits(env, new Date(Date.now() + 2 * 86_400_000));
  expect(await there()).toEqual([404, 200, 200]);
});
