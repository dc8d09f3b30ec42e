import { type Attribution, withAttribution } from '../attribution.ts';
import { paths } from '../paths.ts';
import { practiceName, usePractice } from '../practice.ts';
import { Logo } from './logo.tsx';

export function SiteHeader({ attribution }: { attribution: Attribution }) {
  const { facts } = usePractice();
  return (
    <header class="banner">
      <a href={withAttribution(paths.landing, attribution)}>
        <Logo /> {practiceName(facts)}
      </a>
    </header>
  );
}
