import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

interface Stop {
  name: string;
  /** Position in the document, to see that the order of focus is the order of reading. */
  place: number;
  outline: number;
  /** Whether any part of it can be seen: inside the screen and not under the bar. */
  visible: boolean;
}

const readStop = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const visible = points.some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (element.contains(top) || top.contains(element) && !top.closest('.bar') || element.labels && [...element.labels].some((label) => label.contains(top)));
  });
  return {
    name: element.id || element.name || element.textContent.trim().slice(0, 40),
    place: [...document.querySelectorAll('*')].indexOf(element),
    outline: parseFloat(getComputedStyle(element).outlineWidth),
    visible,
  };
})()`;

async function tabThrough(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press(key);
    const stop = (await page.evaluate(readStop)) as Stop | null;
    if (!stop || stop.place === stops[0]?.place) return stops;
    stops.push(stop);
  }
  return stops;
}

test.each([
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 1280, height: 900 },
])(
  'by keyboard every stop on the landing page is seen, marked and in reading order: $width',
  async (viewport) => {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
    await page.goto(site.url);
    const stops = await tabThrough(page, 'Tab');
    // Backwards, what comes into view does so at the top, where the bar is.
    const back = await tabThrough(page, 'Shift+Tab');
    expect(back.filter(({ visible }) => !visible)).toEqual([]);
    expect(back.length).toBeGreaterThan(stops.length - 3);
    const names = stops.map(({ name }) => name);
    for (const expected of ['name', 'replyBy', 'email', 'phone', 'message', 'consent', 'Send my enquiry']) {
      expect(names).toContain(expected);
    }
    expect(names[0]).toMatch(/^Skip to/);
    expect(stops.filter(({ visible }) => !visible)).toEqual([]);
    expect(stops.filter(({ outline }) => !(outline >= 2))).toEqual([]);
    const places = stops.map(({ place }) => place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await page.close();
  },
);

test('an enquiry can be sent with the keyboard alone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(site.url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#name').focus();
  await page.keyboard.type('Ada Testperson');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  while (!(await page.locator('#consent:focus').count())) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sent\//);
  await page.close();
});

test('what a finger presses is at least 44 pixels high and wide, unless it is a word within a sentence', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
  for (const path of ['/', '/evidence', '/privacy', '/nowhere', '/desk']) {
    await page.goto(`${site.url}${path}`);
    const small =
      await page.evaluate(`[...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
      .filter((element) => !element.closest('p, li, sup, dd, .skip, figure, td, th'))
      .map((element) => [element, (element.closest('label') ?? element).getBoundingClientRect()])
      .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
      .map(([element, box]) => element.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)`);
    expect([path, small]).toEqual([path, []]);
  }
  await page.close();
});

test.each([
  { width: 390, height: 844 },
  { width: 320, height: 568 },
])(
  'the first screen of a phone has the headline, the balance line, the button and a way to call: $width',
  async (viewport) => {
    const page = await browser.newPage({ viewport });
    await page.goto(site.url);
    // No visitor's page has it.
    await page.evaluate("document.querySelector('.made-up').remove()");
    const bar = page.getByRole('navigation', { name: 'Ask or call' });
    for (const part of [
      page.locator('h1'),
      page.locator('.balance'),
      bar.getByRole('link').first(),
      bar.locator('p'),
      bar.locator('a[href^="tel:"]'),
    ]) {
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    }
    await page.close();
  },
);

test('no line of a plot goes through its words, and no words leave it', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
  for (const path of ['/', '/evidence']) {
    await page.goto(`${site.url}${path}`);
    const crossed = await page.evaluate(`[...document.querySelectorAll('.plot')].flatMap((plot) =>
      [...plot.querySelectorAll('text')].filter((text) => {
        const words = text.getBBox();
        if (words.x < -1 || words.x + words.width > 321) return true;
        return [...plot.querySelectorAll('path')].some((path) => {
          const length = path.getTotalLength();
          return Array.from({ length: 200 }, (_, step) => path.getPointAtLength((length * step) / 199)).some(
            ({ x, y }) => x > words.x && x < words.x + words.width && y > words.y && y < words.y + words.height,
          );
        });
      }).map((text) => text.textContent))`);
    expect([path, crossed]).toEqual([path, []]);
  }
  await page.close();
});

test('the mark and the picture for shared links are served, with their guard', async () => {
  for (const [path, type] of [
    ['/mark.svg', 'image/svg+xml; charset=utf-8'],
    ['/card.png', 'image/png'],
  ]) {
    const { status, headers } = await fetch(`${site.url}${path}`);
    expect([path, status, headers.get('Content-Type')]).toEqual([path, 200, type]);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});
