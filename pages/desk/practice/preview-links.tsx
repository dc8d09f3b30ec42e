import { href, paths } from '../../paths.ts';
import { type PreviewName, previewNames, previews } from './previews.tsx';

/** Every page that a visitor can get, as it would be with the draft. */
export function PreviewLinks() {
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      <p>Every page as it would be with your draft. Nobody else sees it, and its form sends nothing.</p>
      <ul>
        {previewNames.map((page: PreviewName) => (
          <li>
            <a href={href(paths.preview, { page })}>{previews[page].title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
