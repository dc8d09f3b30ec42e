import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { headlines } from '../pages/content/headlines.ts';
import { practice } from '../pages/content/practice.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { root } from './wrangler.ts';

// Draws the picture that a shared link shows, from the same words and mark as the page: pages/public/card.png.
const mark = readFileSync(join(root, 'pages/public/logo.svg'), 'utf8');
const html = `<style>
  body { margin: 0; box-sizing: border-box; height: 630px; padding: 90px; display: grid; align-content: space-between;
    font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; color: #2b2723; background: #fbf7f0; }
  h1 { margin: 0; font-size: 76px; line-height: 1.15; font-weight: 600; max-width: 900px; text-wrap: balance; }
  p { margin: 0; display: flex; align-items: center; gap: 24px; font-size: 44px; }
  svg { width: 90px; height: 90px; }
</style><h1>${headlines.research.heading.replaceAll('-', '\u2011')}</h1><p>${mark} ${practice.name}</p>`;

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(html);
const picture = await page.screenshot();
await browser.close();
// It is part of the Worker, which has to stay small: sixteen colours are a quarter of the size, and letters look the same.
const squeezed = sharp(picture).png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 });
await squeezed.toFile(join(root, 'pages/public/card.png'));
