import { expect, test } from 'vitest';
import { headlineFor } from '../../pages/content/headlines.ts';
import { site, visit } from '../support/visitor.ts';

async function text(path: string): Promise<string> {
  const answer = await visit(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

test('advert crawlers are let in by name, and nobody’s robot to the desk', async () => {
  const robots = await text('/robots.txt');
  expect(robots).toMatch(/^User-agent: AdsBot-Google$/m);
  expect(robots).toMatch(/^Allow: \/$/m);
  expect(robots).toMatch(/^Disallow: \/desk$/m);
  expect(robots).toContain(`Sitemap: ${site}/sitemap.xml`);
});

test('every page of the sitemap is there, names itself as canonical, and tells what a shared link shows', async () => {
  const addresses = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => address ?? '',
  );
  expect(addresses).toHaveLength(4);
  for (const address of addresses) {
    const page = await text(`${new URL(address).pathname}?c=fb-nov-a`);
    expect(page).toContain(`<link rel="canonical" href="${address}"/>`);
    expect(page).toMatch(/<meta name="description" content="[^"]{50,300}"\/>/);
    expect(page).toContain(`<meta property="og:image" content="${site}/card.png"/>`);
    expect(page).not.toContain('noindex');
  }
});

test('security.txt has what RFC 9116 asks for, and expires within a year', async () => {
  const fields = Object.fromEntries(
    (await text('/.well-known/security.txt'))
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );
  expect(fields.Contact).toMatch(/^(https:|mailto:)/);
  expect(fields.Canonical).toBe(`${site}/.well-known/security.txt`);
  const days = (Date.parse(fields.Expires ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

test('structured data says what the page is and whom it cites, and nothing of what acupuncture does', async () => {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text('/?c=first-visit')) ?? [];
  const [page, practice] = JSON.parse(json)['@graph'];
  expect(page).toMatchObject({
    '@type': 'MedicalWebPage',
    url: `${site}/`,
    publisher: { '@id': practice['@id'] },
  });
  expect(page.name).toContain(headlineFor('first-visit').title);
  expect(page.citation.length).toBeGreaterThan(5);
  for (const { name, url } of page.citation) expect(`${name} ${url}`).toMatch(/^\S.* https:\/\/\S+$/);
  expect(practice).toMatchObject({ '@type': 'LocalBusiness', url: `${site}/` });
  // No rating, no indication, no property in which an effect could be claimed.
  const plain = ['@type', '@id', 'url', 'name', 'inLanguage', 'lastReviewed', 'publisher', 'citation'];
  expect(Object.keys(page).filter((key) => !plain.includes(key))).toEqual([]);
});

test('a page about a person, or about what went wrong, is kept out of search engines', async () => {
  for (const path of ['/nowhere', '/desk'])
    expect(await (await visit(path)).text()).toContain('content="noindex"');
});
