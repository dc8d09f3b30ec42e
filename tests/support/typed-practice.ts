import type { Page } from 'playwright-core';
import { type FactGroup, factGroupNames, groupWords } from '../../pages/content/fact-forms/fact-groups.ts';
import { href, paths } from '../../pages/paths.ts';
import { follow } from './browser.ts';

/** What a person does to one field: its label, what goes into it, and the legend above where two have one label. */
type Entry = [label: string, typed: string, legend?: string];

/**
 * A whole practice as somebody types it between two patients. No line in Exeter begins with a 0, so the number is
 * nobody’s, and yet none of those that are kept for drama, which the desk refuses.
 */
const entries: Partial<Record<FactGroup, readonly Entry[]>> = {
  you: [
    ['Name of the practice', '  Harbour  Street Acupuncture '],
    ['Your full name', 'jo o’testperson'],
    ['Your qualifications', 'BSc (Hons) Acupuncture,  LicAc'],
    ['Register', 'British Acupuncture Council'],
    ['Your number there', ' 902 114 ', 'Your professional register'],
    ['Which council', 'Exeter City Council'],
    ['Your number there', 'ex/2041', 'Council registration or licence'],
    ['Your insurer', 'Balens'],
  ],
  place: [
    ['Building and street', '12 harbour street'],
    ['Town or city', 'Exeter'],
    ['Postcode', ' ex43tt'],
    ['Monday', '9am - 5.30 pm'],
    ['Tuesday', '9am - 5.30 pm'],
    ['Wednesday', '9 to 1, 2 to 6'],
    ['Thursday', '09:00–17.30'],
    ['Friday', 'closed'],
    ['Saturday', 'By appointment only'],
  ],
  prices: [
    ['What it is for', 'First consultation', 'Price 1'],
    ['Minutes', '1 hr 15', 'Price 1'],
    ['Pounds', '£ 65', 'Price 1'],
    ['What it is for', 'Session', 'Price 2'],
    ['Minutes', '45 mins', 'Price 2'],
    ['Pounds', '48.50', 'Price 2'],
  ],
  reach: [
    ['Phone number', '(01392) 012-345'],
    ['Email address', ' Jo@Harbour-Practice.co.uk '],
  ],
  data: [
    ['Name', 'Jo O’Testperson'],
    ['Postal address', '12 Harbour Street, Exeter, EX4 3TT'],
    ['Your number with the Information Commissioner (ICO)', 'za 104 221'],
  ],
};

/** What is chosen rather than typed. */
const chosen: Partial<Record<FactGroup, string>> = {
  you: 'A registration',
  data: 'the UK Addendum to the EU’s standard contractual clauses',
};

/** Fills in every group of facts and saves each to the draft. */
export async function typeFacts(page: Page): Promise<void> {
  for (const group of factGroupNames) {
    await follow(page, page.getByRole('link', { name: `Change ${groupWords[group].title}`, exact: true }));
    for (const [label, typed, legend] of entries[group] ?? []) {
      const part = legend ? page.getByRole('group', { name: legend, exact: true }) : page;
      const field = part.getByLabel(label, { exact: true });
      if (label === 'Register') await field.selectOption(typed);
      else await field.fill(typed);
    }
    const choice = chosen[group];
    if (choice) await page.getByLabel(choice).check();
    if (group === 'promises') await answerPromises(page);
    await follow(page, page.getByRole('button', { name: 'Save to the draft' }));
  }
}

/** All of them are how the practitioner works, but the last one. */
async function answerPromises(page: Page): Promise<void> {
  for (const answer of await page.getByLabel('This is how I work').all()) await answer.check();
  await page.getByLabel('Switched off').last().check();
}

/** Opens the facts of a group in the way a bookmark would. */
export function openFacts(page: Page, url: string, group: FactGroup) {
  return page.goto(url + href(paths.factGroup, { group }));
}
