import type { Context } from 'hono';
import {
  PreviewBanner,
  type PreviewName,
  previewNames,
  previewOf,
  previews,
} from '../../../pages/desk/practice/previews.tsx';
import { href, paths } from '../../../pages/paths.ts';
import type { Practice } from '../../../pages/practice.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { inPractice, practiceOf } from '../../http/published-of.tsx';
import { readDraft } from '../../practice/draft.ts';

/** A visitor's page as it would be with the draft. */
export async function showPreview(c: Context<AppEnv>) {
  const name = previewNames.find((one) => one === c.req.param('page'));
  if (!name) return c.notFound();
  const { facts } = await readDraft(c.var.database);
  const practice: Practice = { ...(await practiceOf(c)), facts, version: 'draft', preview: true };
  const page = previews[name].page(practice, new URL(c.req.url).origin);
  c.header('X-Robots-Tag', 'noindex');
  return insideOnly(await c.html(inPractice(practice, page)));
}

/** Links and pictures stay inside the preview or lead nowhere, and forms send nothing. */
function insideOnly(response: Response): Response {
  return new HTMLRewriter()
    .on('head', {
      element: (head) => void head.append('<meta name="robots" content="noindex"/>', { html: true }),
    })
    .on('title', { element: (title) => void title.prepend('Preview: ') })
    .on('a.skip', { element: (skip) => void skip.after(String(<PreviewBanner />), { html: true }) })
    .on('a[href^="/"]', {
      element(link) {
        const [path = '', place = ''] = (link.getAttribute('href') ?? '').split(/\?[^#]*|(?=#)/);
        const page = previewOf(path);
        if (page) link.setAttribute('href', addressOf(page) + place);
        else if (path !== paths.practice) link.removeAttribute('href');
      },
    })
    .on('img.portrait', {
      // Visitors get a photo only once it is published.
      element(image) {
        const file = (image.getAttribute('src') ?? '').split('/').at(-1) ?? '';
        image.setAttribute('src', href(paths.deskPortrait, { file }));
      },
    })
    .on('form', {
      element(form) {
        form.removeAttribute('action');
        // It would close a dialog, and there is none.
        form.setAttribute('method', 'dialog');
      },
    })
    .on('form button', { element: (button) => void button.setAttribute('disabled', '') })
    .transform(response);
}

function addressOf(page: PreviewName): string {
  return href(paths.preview, { page });
}
