import { checkPage, inWords } from '../../guard/check-page.ts';
import { checkText } from '../../guard/check-text.ts';
import { headlineByCampaign, headlines } from '../../pages/content/headlines.ts';
import { acknowledgementMail } from '../../pages/content/mails.ts';
import { mergedConfig } from '../account/merged-config.ts';
import type { SiteFile } from '../account/site-file.ts';
import { withTrialSite } from '../local-site.ts';
import { inVariable, type PracticeCopy } from './practice-copy.ts';

const campaigns = Object.keys(headlineByCampaign).map((code) => `/?c=${code}`);
const paths = ['/', ...campaigns, '/evidence', '/privacy', '/accessibility', '/nowhere'];

/** What an advertising investigator would object to in this site's own words, read from the Worker that is to go out. */
export async function wordFindings(site: SiteFile, copy: PracticeCopy): Promise<string[]> {
  // Without an address of its own it answers on this computer. It has no database, and so it shows the copy: open, because
  // the pages of a site that is shut are the ones that visitors get next.
  const PRACTICE_COPY = inVariable({ ...copy, open: true });
  const settings = { ...site.settings, SITE_URL: '', PRACTICE_COPY };
  const config = mergedConfig({ ...site, settings }, 'local.json');
  const pages = await withTrialSite(
    (url) =>
      Promise.all(paths.map(async (path) => ({ name: path, html: await (await fetch(url + path)).text() }))),
    config,
  );
  return [...pages.flatMap((page) => checkPage(page)).map(inWords), ...shortFindings()];
}

/** Headlines, and the mail that goes to visitors. */
function shortFindings(): string[] {
  const texts = [
    ...Object.values(headlines).flatMap(({ title, heading, lead }) => [title, heading, lead]),
    ...Object.values(acknowledgementMail('3679CDFG', 'I reply within 2 working days.', {})),
  ];
  return texts.flatMap((text) =>
    checkText(text, { place: 'headline' }).map(({ words, rule }) => `"${words}" [${rule}] in "${text}"`),
  );
}
