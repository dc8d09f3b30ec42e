import { type Attribution, withAttribution } from '../attribution.ts';
import { practice } from '../content/practice.ts';
import { paths } from '../paths.ts';
import { Logo } from './logo.tsx';

export function SiteHeader({ attribution }: { attribution: Attribution }) {
  return (
    <header class="banner">
      <a href={withAttribution(paths.landing, attribution)}>
        <Logo /> {practice.name}
      </a>
    </header>
  );
}
