import type { Browser } from 'playwright-core';
import type { Site } from '../scripts/site.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { landingSizes } from '../tests/support/sizes.ts';
import { medianOf, type Result } from './measure.ts';
import { ratio } from './visitors.ts';

const rounds = 5;

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
}

/** The landing page on a slow phone, beside a page of plain paragraphs with as many bytes. */
export async function measurePaint(site: Site, bare: Site): Promise<Result[]> {
  console.log('Painting the landing page on a slow phone …');
  const page = await (await fetch(site.url)).text();
  await fetch(bare.url, { method: 'PUT', body: plainPage(Buffer.byteLength(page)) });
  const browser = await openBrowser();
  const own: Paint[] = [];
  const plain: Paint[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      own.push(await paint(browser, site.url));
      plain.push(await paint(browser, bare.url));
    }
  } finally {
    await browser.close();
  }
  const median = (paints: Paint[], name: keyof Paint) => medianOf(paints.map((paint) => paint[name]));
  const sizes = await landingSizes(site.url);
  return [
    { measure: 'first paint, slow 4G, 4× slower', value: median(own, 'first'), unit: 'ms' },
    ratio('first paint', median(own, 'first') / median(plain, 'first'), { most: 1.1 }),
    { measure: 'largest paint', value: median(own, 'largest'), unit: 'ms' },
    ratio('largest paint', median(own, 'largest') / median(plain, 'largest'), { most: 1.1 }),
    none('blocking time', median(own, 'blocking'), 'ms'),
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

function plainPage(bytes: number): string {
  const start = '<!DOCTYPE html><html lang="en"><head><title>Plain</title></head><body>';
  const paragraph = `<p>${'Plain words in a row. '.repeat(8)}</p>\n`;
  return start + paragraph.repeat(bytes / paragraph.length + 1).slice(0, bytes - start.length);
}

async function paint(browser: Browser, url: string): Promise<Paint> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const debuggerOf = await page.context().newCDPSession(page);
  await debuggerOf.send('Network.enable');
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
  })`)) as Paint;
  await page.close();
  return found;
}
