import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { bareWorker, siteWith } from './workers.ts';

// What Lighthouse calls slow 4G, in milliseconds and bytes a second.
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 188_744, uploadThroughput: 86_400 };

/** How a slow phone shows the landing page, beside as many bytes that are nothing but paragraphs. */
export async function measurePaint(): Promise<Measure[]> {
  const [site, bare] = [await siteWith(1000), await bareWorker('page')];
  const answer = await fetch(site.url);
  const page = await answer.text();
  await fetch(bare.url, { method: 'PUT', body: page.replaceAll(/<(?!p>)/g, '(') });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const rounds = await inTurn(8, [site.url, bare.url], (url) => paint(browser, url));
  await browser.close();
  const shift = Math.max(...rounds.map(([site]) => site.shift));
  // Cloudflare compresses on the fly, at these levels.
  const brotli = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const gzip = gzipSync(page, { level: 6 });
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('').length;
  const goal = { most: 14_336 };
  return [
    { name: 'page with headers, brotli 5', value: head + brotli.length, unit: 'bytes', goal },
    { name: 'page with headers, gzip 6', value: head + gzip.length, unit: 'bytes', goal },
    compare(['first paint, slow 4G, 4× slower', 'ms'], rounds, ({ first }) => first, { most: 1.1 }),
    { name: 'layout shift', value: shift, unit: '', goal: { most: 0 } },
  ];
}

/** Milliseconds until the first paint, and how much moved afterwards. */
async function paint(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const debuggerOf = await page.context().newCDPSession(page);
  await debuggerOf.send('Network.emulateNetworkConditions', slow4G);
  await debuggerOf.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url);
  const seen = await page.evaluate<{ first: number; shift: number }>(`new Promise((resolve) => {
    const seen = { first: 0, shift: 0 };
    const see = (type, take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    see('paint', ({ startTime }) => { seen.first = startTime; });
    see('layout-shift', ({ value }) => { seen.shift += value; });
    setTimeout(() => resolve(seen), 800);
  })`);
  await page.close();
  return seen;
}
