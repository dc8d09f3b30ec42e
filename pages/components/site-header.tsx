import { type Attribution, withAttribution } from '../attribution.ts';
import { practice } from '../content/practice.ts';
import { Mark } from './logo.tsx';

export function SiteHeader({ attribution }: { attribution: Attribution }) {
  return (
    <header class="banner">
      <a href={withAttribution('/', attribution)}>
        <Mark /> {practice.name}
      </a>
    </header>
  );
}
