import base from './styles/base.css';
import desk from './styles/desk.css';
import figures from './styles/figures.css';
import form from './styles/form.css';
import landing from './styles/landing.css';

/** The style sheets a page can ask for. Each is inlined whole, so that its hash can stand in the header. */
export const styles = {
  base: squeeze(base),
  form: squeeze(form),
  landing: squeeze(landing),
  figures: squeeze(figures),
  desk: squeeze(desk),
};

export type StyleName = keyof typeof styles;

/** Drops comments and runs of white space: error pages go out uncompressed. No sheet has either inside a string. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();
}
