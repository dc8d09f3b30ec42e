import type { Page } from 'playwright-core';
import { follow } from './browser.ts';
import { earlyInMinute } from './minute.ts';
import { shownAt } from './shown-words.ts';

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
  'a sent page': async (page, url) => {
    await fillGood(page, url);
    await page.waitForURL(/\/sent\//);
  },
  'page not found': (page, url) => page.goto(`${url}/nowhere`),
  'a form that cannot be read': (page, url) => post(page, `${url}/enquiry`, 'enctype="text/plain"'),
  'a method that is not taken': (page, url) => post(page, `${url}/`),
  'a page that is refused': (page, url) => post(page, `${url}/desk/exports`),
  'a form that is too large': (page, url) => send(page, url, { message: 'x'.repeat(70_000) }),
  'a form sent too often': sendTooOften,
};

/** The desk with nothing in it and, once an enquiry was sent, with something. */
export const deskStates: Record<string, Open> = {
  'the list': (page, url) => page.goto(`${url}/desk`),
  Review: async (page, url) => {
    await sendLikeRobot(page, url);
    await page.goto(`${url}/desk/review`);
  },
  'an enquiry in Review': async (page, url) => {
    await sendQuickly(url, { topic: 'x' });
    await page.goto(`${url}/desk/review`);
    await follow(page, page.locator('main h2 a').first());
  },
  // Runs the cron, whose test enquiry fails where mail is not set up, or raises no alarm where it is.
  'the status': async (page, url) => {
    await fetch(`${url}/cdn-cgi/handler/scheduled`);
    await page.goto(`${url}/desk/status`);
  },
  'the list with a mistake': async (page, url) => {
    await page.goto(`${url}/desk?campaign=fb-nov-a`);
    // A browser's own date field lets no nonsense through; an old one, shown as text, does.
    await page.evaluate(
      "Object.assign(document.getElementById('from'), { type: 'text', value: 'yesterday' })",
    );
    await follow(page, page.getByRole('button', { name: 'Show' }));
    await page.locator('#filter-mistake').waitFor();
  },
  'the evidence': (page, url) => page.goto(`${url}/desk/evidence`),
  'a source with mistakes': async (page, url) => {
    await page.goto(`${url}/desk/evidence/who2023`);
    await page.getByLabel('It does not say so').first().check();
    await page.getByLabel('Your name, as visitors read it').fill('');
    await follow(page, page.getByRole('button', { name: 'Save what I have answered' }));
    await page.getByText('Write what the source says instead').first().waitFor();
  },
  'a source that was answered': async (page, url) => {
    await page.goto(`${url}/desk/evidence/who2023`);
    await page.getByLabel('I could not open it').first().check();
    await page.getByLabel('Your name, as visitors read it').fill('Robin Example');
    await follow(page, page.getByRole('button', { name: 'Save what I have answered' }));
    await page.getByText('1 of ').waitFor();
  },
};

/** Pages of the desk that need an enquiry to be there, or that change one. */
export const deskWork: Record<string, Open> = {
  'a search that found somebody': (page, url) => page.goto(`${url}/desk?q=ada`),
  'an enquiry with history': async (page, url) => {
    await openFirst(page, url);
    await follow(page, page.getByRole('button', { name: 'Booked' }));
    await page.getByLabel('Note to yourself').fill('A note\nof two lines');
    await follow(page, page.getByRole('button', { name: 'Save the note' }));
    await page.getByText('of two lines').waitFor();
  },
  'a conflict': async (page, url) => {
    await openFirst(page, url);
    const body = new URLSearchParams({ version: '0', move: 'booked' });
    await fetch(`${page.url()}/stage`, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    await follow(page, page.getByRole('button', { name: 'Attended: first visit' }));
    await page.getByRole('alert').waitFor();
  },
  figures: (page, url) => page.goto(`${url}/desk/figures`),
  'figures of enough enquiries': async (page, url) => {
    await Promise.all(Array.from({ length: 10 }, () => sendQuickly(url, { email: 'many@example.com' })));
    await page.goto(`${url}/desk/figures`);
    await page.locator('svg').first().waitFor();
  },
  exports: async (page, url) => {
    await page.goto(`${url}/desk`);
    await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download leads: full' }).click(),
    ]);
    await page.goto(`${url}/desk/exports`);
  },
  'the settings': (page, url) => page.goto(`${url}/desk/settings`),
  'the settings with mistakes': async (page, url) => {
    await page.goto(`${url}/desk/settings`);
    await page.getByLabel('Closed days').fill('soon');
    await page.getByLabel('Months, when it came to nothing').fill('0');
    await follow(page, page.getByRole('button', { name: 'Save the settings' }));
    await page.locator('#months-mistake').waitFor();
  },
  'a shorter time, to be confirmed': async (page, url) => {
    await page.goto(`${url}/desk/settings`);
    await page.getByLabel('Months, when it came to nothing').fill('1');
    await follow(page, page.getByRole('button', { name: 'Save the settings' }));
    await page.getByRole('button', { name: 'Yes, save it' }).waitFor();
  },
  'earlier settings': (page, url) => page.goto(`${url}/desk/settings/history`),
  'the promise with mistakes': async (page, url) => {
    await page.goto(`${url}/desk/promise`);
    await page.getByLabel('Working days').fill('none');
    await follow(page, page.getByRole('button', { name: 'Save', exact: true }));
    await page.locator('#workingDays-mistake').waitFor();
  },
  'the practice': (page, url) => page.goto(`${url}/desk/practice`),
  'the practice with a draft': async (page, url) => {
    await page.goto(`${url}/desk/practice/facts/you`);
    await page.getByLabel('Your insurer').fill('Balens');
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
    await page.goto(`${url}/desk/practice`);
    await page.getByRole('button', { name: 'Publish' }).waitFor();
  },
  'a draft that changed while its page was open': async (page, url) => {
    await page.goto(`${url}/desk/practice`);
    await makeStale(page, 'draft');
    await follow(page, page.getByRole('button', { name: 'Publish' }));
    await page.getByText('Nothing was overwritten').waitFor();
  },
  'facts that changed while their form was open': async (page, url) => {
    await page.goto(`${url}/desk/practice/facts/you`);
    await makeStale(page, 'seen');
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
    await page.getByText('Nothing was overwritten').waitFor();
  },
  'facts with mistakes': async (page, url) => {
    await page.goto(`${url}/desk/practice/facts/you`);
    await page.getByLabel('Your qualifications').fill('Diploma in curing sciatica');
    await page.locator('#register-other').fill('');
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
    await page.locator('#qualifications-mistake').waitFor();
  },
  'opening hours': (page, url) => page.goto(`${url}/desk/practice/facts/place`),
  prices: (page, url) => page.goto(`${url}/desk/practice/facts/prices`),
  'data protection': (page, url) => page.goto(`${url}/desk/practice/facts/data`),
  'how the practitioner works': (page, url) => page.goto(`${url}/desk/practice/facts/promises`),
  'the practice’s history': async (page, url) => {
    await page.goto(`${url}/desk/practice/facts/place`);
    await page.getByLabel('Town or city').fill(`Town ${'abcdefgh'.charAt(Date.now() % 8)}x`);
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
    await follow(page, page.getByRole('button', { name: 'Publish' }));
    await page.goto(`${url}/desk/practice/history`);
    await page.getByRole('button', { name: 'Go back to this one' }).first().waitFor();
  },
  'a preview': (page, url) => page.goto(`${url}/desk/practice/preview/landing`),
  'a preview of the form with mistakes': (page, url) => page.goto(`${url}/desk/practice/preview/mistake`),
  'the portrait': (page, url) => page.goto(`${url}/desk/practice/portrait`),
  'the portrait without a photo': async (page, url) => {
    await page.goto(`${url}/desk/practice/portrait`);
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
    await page.locator('#photo-mistake').waitFor();
  },
  'what is missing to open': (page, url) => page.goto(`${url}/desk/opening`),
  'a key that ends otherwise': async (page, url) => {
    await page.goto(`${url}/desk/opening`);
    await page.getByLabel('The last six characters').fill('wrong!');
    await follow(page, page.getByRole('button', { name: /^That is so.*keys/ }));
    await page.locator('#typed-keys-mistake').waitFor();
  },
  'shutting the site': (page, url) => page.goto(`${url}/desk/opening/shut`),
  'a person': async (page, url) => {
    await openFirst(page, url);
    await follow(page, page.getByRole('link', { name: 'Everything about this person' }));
    await page.getByRole('heading', { name: 'Everything about one person' }).waitFor();
  },
  'a person erased': async (page, url) => {
    await openFirst(page, url);
    await page.goto(`${page.url()}/person`);
    await follow(page, page.getByRole('button', { name: 'Erase for good' }));
    await page.getByRole('heading', { name: 'Erased' }).waitFor();
  },
  deletions: (page, url) => page.goto(`${url}/desk/deletions`),
  'a visitor’s own link': openOwn,
  'a visitor’s own link with a mistake': async (page, url) => {
    await openOwn(page, url);
    await follow(page, page.getByRole('button', { name: 'Show what you hold' }));
    await page.locator('#contact-mistake').waitFor();
  },
  'what is held': async (page, url) => {
    await openHeld(page, url);
  },
  'correcting it': async (page, url) => {
    await openHeld(page, url);
    await follow(page, page.getByRole('button', { name: 'Correct it' }));
    await page.getByLabel('Your name').waitFor();
  },
  'erasing it': async (page, url) => {
    await openHeld(page, url);
    await follow(page, page.getByRole('button', { name: 'Erase it now' }));
    await page.getByRole('button', { name: 'Yes, erase it' }).waitFor();
  },
  'entering by hand': (page, url) => page.goto(`${url}/desk/by-hand`),
  'entering by hand with mistakes': async (page, url) => {
    await page.goto(`${url}/desk/by-hand`);
    await follow(page, page.getByRole('button', { name: 'Save this enquiry' }));
    await page.getByRole('alert').waitFor();
  },
};

/** As if somebody had saved in another tab since the page was opened. */
function makeStale(page: Page, name: 'draft' | 'seen') {
  return page.evaluate(
    `for (const field of document.querySelectorAll('[name=${name}]')) field.value = 'another';`,
  );
}

async function openOwn(page: Page, url: string) {
  await page.goto(url + (await sendQuickly(url)));
  await follow(page, page.getByRole('link', { name: 'See, correct or erase' }));
  await page.waitForURL(/\/yours\//);
}

async function openHeld(page: Page, url: string) {
  await openOwn(page, url);
  await page.getByLabel('The email address').fill('ada.testperson@example.com');
  await follow(page, page.getByRole('button', { name: 'Show what you hold' }));
  await page.getByRole('button', { name: 'Erase it now' }).waitFor();
}

export async function openFirst(page: Page, url: string) {
  await sendQuickly(url);
  await page.goto(`${url}/desk`);
  await follow(page, page.locator('main h2 a').first());
}

async function send(page: Page, url: string, typed: { name?: string; message?: string } = {}) {
  await page.goto(url);
  await page.getByLabel('Your name').fill(typed.name ?? '');
  await page.getByLabel('Anything you would like to ask?').fill(typed.message ?? '');
  await follow(page, page.getByRole('button', { name: 'Send' }));
  await page.waitForURL(/\/enquiry$/);
}

/** Fills in the box that people cannot see, as a robot does. */
async function sendLikeRobot(page: Page, url: string) {
  await page.goto(url);
  await page.evaluate("document.querySelector('[name=topic]').value = 'x'");
  await fillForm(page, 'Robot Example');
  await follow(page, page.getByRole('button', { name: 'Send' }));
  await page.waitForURL(/\/sent\//);
}

async function fillGood(page: Page, url: string) {
  await page.goto(`${url}/?c=fb-nov-a`);
  await fillForm(page, 'Ada Testperson');
  await follow(page, page.getByRole('button', { name: 'Send' }));
}

/** Fills in the questions and presses the only big button; `by` is the way to reply. */
export async function fillForm(
  page: Page,
  name: string,
  { by = 'Email', consent = 'I agree' }: { by?: 'Email' | 'Phone call'; consent?: string } = {},
) {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel(by, { exact: true }).check();
  if (by === 'Email') await page.getByLabel('Email address').fill('ada.testperson@example.com');
  else await page.getByLabel('Phone number').fill('07700 900123');
  await page.getByLabel(consent).check();
}

function openFromElsewhere(page: Page, url: string) {
  return post(page, `${url}/enquiry`);
}

/** Posts a form as a page of another site would. */
async function post(page: Page, address: string, attributes = '') {
  const form = `<form method="post" ${attributes} action="${address}"><input name="name" value="Ada"><button>Go</button></form>`;
  await page.goto(`data:text/html,${encodeURIComponent(form)}`);
  await follow(page, page.getByRole('button'));
  await page.waitForURL(address);
}

async function sendTooOften(page: Page, url: string) {
  const address = '192.0.2.50';
  const same = { formKey: 'the same', email: 'often@example.com' };
  // On a busy machine the minute may end before the last of them, and the counting begins again.
  for (let tries = 0; tries < 3 && !page.url().endsWith('/enquiry'); tries++) {
    await earlyInMinute();
    await Promise.all(Array.from({ length: 20 }, () => sendQuickly(url, same, address)));
    await page.setExtraHTTPHeaders({ 'CF-Connecting-IP': address });
    await fillGood(page, url);
    await page.waitForURL(/\/(enquiry|sent\/.+)$/);
    await page.setExtraHTTPHeaders({});
  }
  await page.waitForURL(/\/enquiry$/);
}

let person = 0;

/** An enquiry without a page, from an address of its own unless one is given; says where the sent page is. */
export async function sendQuickly(
  url: string,
  typed: Record<string, string> = {},
  // Of a network of their own: those of one network are one sender.
  address = `2001:db8:0:${(++person).toString(16)}::1`,
): Promise<string> {
  const headers = {
    'CF-Connecting-IP': address,
    'Sec-Fetch-Site': 'same-origin',
    'Accept-Language': 'en',
  };
  const body = new URLSearchParams({
    formKey: crypto.randomUUID(),
    name: 'Ada Testperson',
    replyBy: 'email',
    email: 'ada.testperson@example.com',
    ...(await shownAt(url)),
    c: 'fb-nov-a',
    ...typed,
  });
  const answer = await fetch(`${url}/enquiry`, { method: 'POST', headers, body, redirect: 'manual' });
  return answer.headers.get('Location') ?? '';
}
