import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { presentBrowser } from '../scripts/browser.ts';
import { type Measure, median } from './measure.ts';
import type { Workers } from './workers.ts';

// What Lighthouse calls slow 4G, applied by the browser itself.
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};

/** The landing page on a slow phone, beside a page of plain paragraphs with as many bytes, compressed and not. */
export async function measurePaint(workers: Workers): Promise<Measure[]> {
  const { site } = await workers.sites();
  const bare = await workers.bare('page');
  const answer = await fetch(site.url);
  const page = Buffer.from(await answer.arrayBuffer());
  await fetch(bare.url, { method: 'PUT', body: plainPage(page) });
  const executablePath = presentBrowser();
  if (!executablePath) throw new Error('no browser: `npm test` finds or installs one');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const rounds: { own: Paint; plain: Paint }[] = [];
  for (let round = 0; round <= 8; round++)
    rounds.push({ own: await paint(browser, site.url), plain: await paint(browser, bare.url) });
  await browser.close();
  // The first round warms up and does not count.
  rounds.shift();
  const ratio = (name: keyof Paint) => median(rounds, ({ own, plain }) => own[name] / plain[name]);
  const brotli = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return [
    weight('brotli 5', answer, brotli),
    weight('gzip 6', answer, gzipSync(page, { level: 6 })),
    { name: 'first paint, slow 4G, 4× slower', value: median(rounds, ({ own }) => own.first), unit: 'ms' },
    { name: 'first paint, times bare', value: ratio('first'), unit: '×', goal: { most: 1.1 } },
    { name: 'largest paint, times bare', value: ratio('largest'), unit: '×', goal: { most: 1.1 } },
    { name: 'layout shift', value: median(rounds, ({ own }) => own.shift), unit: '', goal: { most: 0 } },
  ];
}

/** Cloudflare compresses on the fly at these levels; the headers go along as they are. */
function weight(level: string, { headers }: Response, compressed: Buffer): Measure {
  const head = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const value = compressed.length + head.length;
  return { name: `landing page with headers, ${level}`, value, unit: 'bytes', goal: { most: 14_336 } };
}

/** Paragraphs of random letters and of words again and again, so that they are as long as a page and compress as well. */
function plainPage(page: Buffer): string {
  const start = '<!DOCTYPE html><html lang="en"><head><title>Plain</title></head><body>';
  const letters = randomBytes(page.length).toString('base64').replace(/.{6}/g, '$& ');
  // Compressed, the random letters are nearly all that is left of it.
  const random = letters.slice(0, (letters.length * gzipSync(page).length) / gzipSync(letters).length);
  const words = (random + 'Plain words in a row. '.repeat(page.length)).slice(0, page.length);
  return (start + words.replace(/.{176}/g, '<p>$&</p>\n')).slice(0, page.length);
}

/** Milliseconds until the first and the largest paint, and how much moved afterwards. */
interface Paint {
  first: number;
  largest: number;
  shift: number;
}

async function paint(browser: Browser, url: string): Promise<Paint> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const debuggerOf = await page.context().newCDPSession(page);
  await debuggerOf.send('Network.enable');
  await debuggerOf.send('Network.emulateNetworkConditions', slow4G);
  await debuggerOf.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url);
  // Long enough for the paints after the load.
  await page.waitForTimeout(700);
  const found = await page.evaluate(`new Promise((resolve) => {
    const found = { first: 0, largest: 0, shift: 0 };
    const see = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    see('paint', (entry) => { if (entry.name === 'first-contentful-paint') found.first = entry.startTime; });
    see('largest-contentful-paint', (entry) => { found.largest = entry.startTime; });
    see('layout-shift', (entry) => { found.shift += entry.value; });
    setTimeout(() => resolve(found), 100);
  })`);
  await page.close();
  return found as Paint;
}
