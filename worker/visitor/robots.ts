import type { Context } from 'hono';
import { listedPaths, paths } from '../../pages/paths.ts';
import type { AppEnv } from '../http/app-env.ts';
import { practiceOf, publishedOf } from '../http/published-of.tsx';

// Google's advert crawlers obey only a group that names them.
const robots = `User-agent: *
User-agent: AdsBot-Google
User-agent: AdsBot-Google-Mobile
Disallow: ${paths.inbox}
Disallow: ${start(paths.sent)}
Disallow: ${start(paths.ownEnquiry)}
Allow: /
`;

export function showRobots(c: Context<AppEnv>) {
  return c.text(`${robots}\nSitemap: ${at(c, paths.sitemap)}\n`);
}

/** Of a site that is shut, or that nobody knows about just now, there is nothing to list. */
export async function showSitemap(c: Context<AppEnv>) {
  const listed = (await publishedOf(c))?.open ? listedPaths : [];
  const urls = listed.map((path) => `<url><loc>${at(c, path)}</loc></url>`).join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  return c.body(xml, 200, { 'Content-Type': 'application/xml; charset=utf-8' });
}

/** RFC 9116. Until the practice has given an address, the privacy page says how to reach it. */
export async function showSecurityContact(c: Context<AppEnv>) {
  const { email } = (await practiceOf(c)).facts;
  const contact = email ? `mailto:${encodeURI(email)}` : at(c, paths.privacy);
  const expires = new Date(Date.now() + 180 * 24 * 60 * 60 * 1000).toISOString();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${at(c, paths.securityContact)}`,
  ];
  return c.text(`${lines.join('\n')}\n`);
}

/** "/sent/" of "/sent/:reference/:tag". */
function start(path: string): string {
  return path.slice(0, path.indexOf(':'));
}

function at(c: Context<AppEnv>, path: string): string {
  return new URL(path, c.req.url).href;
}
