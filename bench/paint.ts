import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { Site } from '../scripts/site.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { landingSizes } from '../tests/support/sizes.ts';
import { medianOf, type Result } from './measure.ts';
import { ratio } from './visitors.ts';

const rounds = 8;

// What Lighthouse calls slow 4G, applied by the browser itself.
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};

interface Paint {
  first: number;
  largest: number;
  blocking: number;
  shift: number;
  /** What the browser did with the page, in milliseconds at its slowed speed. */
  layout: number;
  style: number;
}

/** The landing page on a slow phone, beside a page of plain paragraphs with as many bytes, compressed and not. */
export async function measurePaint(site: Site, bare: Site): Promise<Result[]> {
  console.log('Painting the landing page on a slow phone …');
  const page = await (await fetch(site.url)).text();
  await fetch(bare.url, { method: 'PUT', body: plainPage(Buffer.from(page)) });
  const browser = await openBrowser();
  const own: Paint[] = [];
  const plain: Paint[] = [];
  const measureOwn = async () => own.push(await paint(browser, site.url));
  const measurePlain = async () => plain.push(await paint(browser, bare.url));
  try {
    for (let round = 0; round <= rounds; round++) {
      // Either goes first in turn: whoever does is a little slower.
      const turns = round % 2 ? [measurePlain, measureOwn] : [measureOwn, measurePlain];
      for (const measure of turns) await measure();
    }
  } finally {
    await browser.close();
  }
  // The first round warms up and does not count.
  const median = (paints: Paint[], name: keyof Paint) =>
    medianOf(paints.slice(1).map((paint) => paint[name]));
  const both = (measure: string, name: keyof Paint): Result[] => [
    { measure, value: median(own, name), unit: 'ms' },
    { measure: `${measure} of the bare page`, value: median(plain, name), unit: 'ms' },
  ];
  const sizes = await landingSizes(site.url);
  return [
    { measure: 'first paint, slow 4G, 4× slower', value: median(own, 'first'), unit: 'ms' },
    ratio('first paint', median(own, 'first') / median(plain, 'first'), { most: 1.1 }),
    { measure: 'largest paint', value: median(own, 'largest'), unit: 'ms' },
    ratio('largest paint', median(own, 'largest') / median(plain, 'largest'), { most: 1.1 }),
    none('blocking time', median(own, 'blocking'), 'ms'),
    { measure: 'blocking time of the bare page', value: median(plain, 'blocking'), unit: 'ms' },
    ...both('working out styles', 'style'),
    ...both('layout', 'layout'),
    none('layout shift', median(own, 'shift'), ''),
    ...(['brotli5', 'gzip6'] as const).map((name) => ({
      measure: `landing page with headers, ${name}`,
      value: sizes[name],
      unit: 'bytes',
      goal: { words: 'below 14,336', met: sizes[name] < 14_336 },
    })),
  ];
}

function none(measure: string, value: number, unit: string): Result {
  return { measure, value, unit, goal: { words: '0', met: value === 0 } };
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

async function paint(browser: Browser, url: string): Promise<Paint> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const debuggerOf = await page.context().newCDPSession(page);
  await debuggerOf.send('Network.enable');
  await debuggerOf.send('Performance.enable');
  await debuggerOf.send('Network.emulateNetworkConditions', slow4G);
  await debuggerOf.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(url);
  // Long enough for the paints after the load; a task is long from 50 ms, and blocks by what is beyond that.
  await page.waitForTimeout(700);
  const found = (await page.evaluate(`new Promise((resolve) => {
    const found = { first: 0, largest: 0, blocking: 0, shift: 0 };
    const see = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    see('paint', (entry) => { if (entry.name === 'first-contentful-paint') found.first = entry.startTime; });
    see('largest-contentful-paint', (entry) => { found.largest = entry.startTime; });
    see('longtask', (entry) => { found.blocking += entry.startTime > 0 ? Math.max(0, entry.duration - 50) : 0; });
    see('layout-shift', (entry) => { found.shift += entry.value; });
    setTimeout(() => resolve(found), 100);
  })`)) as Omit<Paint, 'layout' | 'style'>;
  const { metrics } = await debuggerOf.send('Performance.getMetrics');
  const spent = (name: string) =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  await page.close();
  return { ...found, layout: spent('LayoutDuration'), style: spent('RecalcStyleDuration') };
}
