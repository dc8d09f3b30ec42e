import type { Page } from 'playwright-core';

/** Opens one state of the site as a person would come to it. */
export type Open = (page: Page, url: string) => Promise<unknown>;

/** Every page a visitor can come to, in every state; none of them needs an enquiry to be there. */
export const visitorStates: Record<string, Open> = {
  'the landing page': (page, url) => page.goto(url),
  'the landing page of a campaign': (page, url) => page.goto(`${url}/?c=first-visit&utm_source=facebook`),
  'the evidence': (page, url) => page.goto(`${url}/evidence`),
  privacy: (page, url) => page.goto(`${url}/privacy`),
  accessibility: (page, url) => page.goto(`${url}/accessibility`),
  'a form with every mistake': (page, url) => send(page, url),
  'a form whose message is too long': (page, url) =>
    send(page, url, { name: 'Ada', message: 'long '.repeat(300) }),
  'a form that came from another site': openFromElsewhere,
  'a sent page': (page, url) => sendGood(page, url),
  'page not found': (page, url) => page.goto(`${url}/nowhere`),
};

/** The desk with nothing in it and, once `sendGood` was called, with something. */
export const deskStates: Record<string, Open> = {
  'the list': (page, url) => page.goto(`${url}/desk`),
  'the list with a mistake': async (page, url) => {
    await page.goto(`${url}/desk`);
    // A browser's own date field lets no nonsense through; an old one, shown as text, does.
    await page
      .locator('#since')
      .evaluate("(field) => { field.type = 'text'; field.value = 'yesterday'; }" as never);
    await page.getByRole('button', { name: 'Download' }).click();
  },
};

async function send(page: Page, url: string, typed: { name?: string; message?: string } = {}) {
  await page.goto(url);
  await page.getByLabel('Your name').fill(typed.name ?? '');
  await page.getByLabel('Anything you would like to ask?').fill(typed.message ?? '');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/enquiry$/);
}

export async function sendGood(page: Page, url: string, name = 'Ada Testperson') {
  await page.goto(`${url}/?c=fb-nov-a`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email', { exact: true }).check();
  await page.getByLabel('Email address').fill('ada.testperson@example.com');
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/sent\//);
}

async function openFromElsewhere(page: Page, url: string) {
  await page.goto(
    `data:text/html,<form method=post action="${url}/enquiry"><input name=name value=Ada><button>Go</button></form>`,
  );
  await page.getByRole('button').click();
  await page.waitForURL(/\/enquiry$/);
}
